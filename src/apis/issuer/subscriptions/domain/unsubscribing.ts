import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { now } from '../../platform/dates.ts'
import { subscriptionAmbiguous, subscriptionEnded, subscriptionUnknown } from '../problems/unsubscription.ts'
import type { Contract } from '../records/contract.ts'
import { type Subscription, subscriptions } from '../records/subscription.ts'
import type { RemoveAddOnSubscriptionRequest } from '../wire/subscription.ts'
import { findEntity, isSameEntity } from './contracts.ts'
import { withdrawFee } from './fees.ts'
import { hasEnded, subscriptionsOf } from './held.ts'
import { reopenReplaced } from './replacing.ts'

/** Ends a subscription now; one that is still to come disappears instead. Gives it as it was. */
export function unsubscribe(
  workspace: Workspace,
  contract: Contract,
  request: RemoveAddOnSubscriptionRequest,
): Subscription {
  const present = now(workspace)
  const subscription = findOpen(workspace, contract, request)
  if (subscription.subscriptionDate > present) callOff(workspace, contract, subscription)
  else {
    const { ownEndDate: _, ...ended } = subscription
    subscriptions(workspace).put({ ...ended, endDate: present })
  }
  return subscription
}

/** The subscription that is meant. Service type and entity may be left out where the add-on alone tells which. */
function findOpen(workspace: Workspace, contract: Contract, request: RemoveAddOnSubscriptionRequest): Subscription {
  const { addonReference, serviceTypeReference: type } = request
  const entity = findEntity(workspace, contract, request)
  const meant = subscriptionsOf(workspace, contract).filter(
    (held) =>
      held.addonReference === addonReference &&
      (type === undefined || held.serviceTypeReference === type) &&
      (!entity || isSameEntity(held, entity)),
  )
  refuseIf(
    workspace,
    !meant.length,
    subscriptionUnknown,
    () => `no subscription of contract ${contract.id} to '${addonReference}'`,
  )
  const present = now(workspace)
  const open = meant.filter((held) => !hasEnded(held, present))
  const first = demand(workspace, open[0], subscriptionEnded, () => `the subscription to ${addonReference} has ended`)
  refuseIf(
    workspace,
    !open.every((held) => isSameEntity(held, first)),
    subscriptionAmbiguous,
    () => `several accounts or card contracts have the add-on ${addonReference}: name one`,
  )
  // Of one in force and one that is to follow it, the one in force.
  return open.reduce((earliest, held) => (held.subscriptionDate < earliest.subscriptionDate ? held : earliest))
}

/** As if it had never been asked for: no fee, and what it was to replace goes on. */
function callOff(workspace: Workspace, contract: Contract, subscription: Subscription): void {
  withdrawFee(workspace, subscription)
  subscriptions(workspace).remove(subscription.id)
  reopenReplaced(workspace, contract, subscription)
}
