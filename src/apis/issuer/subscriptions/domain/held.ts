import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { now, type WireInstant } from '../../platform/dates.ts'
import type { Contract } from '../records/contract.ts'
import { type Subscription, subscriptions } from '../records/subscription.ts'

/** All that a contract ever subscribed to, in the order of its subscribing. */
export const subscriptionsOf = (workspace: Workspace, contract: Contract): Subscription[] =>
  subscriptions(workspace).by('contract', contract.id)

/** One that ends where it starts is never in force, so it has ended from the first. */
export const hasEnded = ({ subscriptionDate, endDate }: Subscription, at: WireInstant): boolean =>
  endDate !== undefined && (endDate <= at || endDate <= subscriptionDate)

/** Those in force and those to come: nothing on the wire tells an ended one from them. */
export function openSubscriptions(workspace: Workspace, contract: Contract): Subscription[] {
  const present = now(workspace)
  return subscriptionsOf(workspace, contract).filter((subscription) => !hasEnded(subscription, present))
}
