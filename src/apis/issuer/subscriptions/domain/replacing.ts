import { demand, refuseIf } from '../../../../kernel/checks.ts'
import { sometimes } from '../../../../kernel/sometimes.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { WireInstant } from '../../platform/dates.ts'
import { replacedAmbiguous, replacedNotActive } from '../problems/subscription.ts'
import type { Contract } from '../records/contract.ts'
import { type Subscription, subscriptions } from '../records/subscription.ts'
import { type Entity, isSameEntity } from './contracts.ts'
import { hasEnded, subscriptionsOf } from './held.ts'

/**
 * Ends the subscription to be replaced as the new one starts, though it may have had a later end: that of the same entity,
 * else the only one there is.
 */
export function replace(
  workspace: Workspace,
  contract: Contract,
  entity: Entity,
  addonReference: string,
  start: WireInstant,
): Subscription {
  const held = subscriptionsOf(workspace, contract)
  const active = held.filter(
    (other) => other.addonReference === addonReference && other.subscriptionDate <= start && !hasEnded(other, start),
  )
  const none = () => `no subscription to '${addonReference}' is in force, to be replaced`
  const first = demand(workspace, active[0], replacedNotActive, none)
  const own = active.find((other) => isSameEntity(other, entity))
  const several = () => `several subscriptions to ${addonReference} could be replaced`
  refuseIf(workspace, !own && active.length > 1, replacedAmbiguous, several)
  const replaced = own ?? first
  const { endDate } = replaced
  const isOwnEnd = endDate !== undefined && !held.some((other) => replaces(other, replaced, endDate))
  return subscriptions(workspace).patch(replaced, { endDate: start, ...(isOwnEnd && { ownEndDate: endDate }) })
}

const replaces = (other: Subscription, replaced: Subscription, at: WireInstant): boolean =>
  other.replacedSubscriptionReference === replaced.id && other.subscriptionDate === at

/**
 * After a subscription has been called off: what it was to replace goes on, unless it has ended otherwise, and what was to
 * replace it replaces that instead.
 */
export function reopenReplaced(workspace: Workspace, contract: Contract, calledOff: Subscription): void {
  const rows = subscriptions(workspace)
  const { replacedSubscriptionReference } = calledOff
  const replaced = replacedSubscriptionReference === undefined ? undefined : rows.get(replacedSubscriptionReference)
  for (const held of subscriptionsOf(workspace, contract))
    if (held.replacedSubscriptionReference === calledOff.id) {
      const { replacedSubscriptionReference: _, ...follower } = held
      rows.put({ ...follower, ...(replaced && { replacedSubscriptionReference: replaced.id }) })
    }
  if (!replaced || replaced.endDate !== endBefore(calledOff, replaced)) return
  sometimes('replaced subscription goes on')
  const { endDate: _, ownEndDate, ...goesOn } = replaced
  const followers = subscriptionsOf(workspace, contract).filter((held) => follows(held, replaced))
  const [end] = [ownEndDate ?? [], ...followers.map((held) => endBefore(held, replaced))].flat().toSorted()
  const isReplaced = ownEndDate !== undefined && end !== ownEndDate
  rows.put({ ...goesOn, ...(end !== undefined && { endDate: end }), ...(isReplaced && { ownEndDate }) })
  // What ends it now may be called off as well, and then it goes on again.
  const next = followers.find((held) => endBefore(held, replaced) === end)
  if (next && next.replacedSubscriptionReference === undefined)
    rows.patch(next, { replacedSubscriptionReference: replaced.id })
}

/**
 * Whether one subscription has to end for another: that replaces it, or is the same entity's to the same add-on and has
 * not ended as both have begun.
 */
const follows = (held: Subscription, other: Subscription): boolean =>
  held.id !== other.id &&
  (held.replacedSubscriptionReference === other.id ||
    (held.addonReference === other.addonReference &&
      isSameEntity(held, other) &&
      !hasEnded(held, endBefore(held, other))))

/** Where a subscription ends for one that follows: as that starts, or from the first where that has started before. */
const endBefore = (next: Subscription, { subscriptionDate }: Subscription): WireInstant =>
  next.subscriptionDate > subscriptionDate ? next.subscriptionDate : subscriptionDate
