import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { nextReference } from '../../domain/next-reference.ts'
import { issuerOf } from '../../issuers/domain.ts'
import type { Issuer } from '../../issuers/records.ts'
import { dayOf, now, readDate, type WireInstant } from '../../platform/dates.ts'
import { entityMissing } from '../problems/entity.ts'
import { alreadySubscribed, subscriptionDatePast } from '../problems/subscription.ts'
import type { Contract } from '../records/contract.ts'
import { type Subscription, subscriptions } from '../records/subscription.ts'
import type { CreateAddOnSubscriptionRequest } from '../wire/subscription.ts'
import { findAddOn, findServiceType, readParameters } from './add-ons.ts'
import { type Entity, findEntity, isSameEntity } from './contracts.ts'
import { postFee } from './fees.ts'
import { hasEnded, subscriptionsOf } from './held.ts'
import { replace } from './replacing.ts'

/** Subscribes a contract to an add-on, in place of another where the request says so (contract 4.41 to 4.44). */
export function subscribe(
  workspace: Workspace,
  contract: Contract,
  request: CreateAddOnSubscriptionRequest,
): Subscription {
  const { addonReference, serviceTypeReference, subscriptionToReplaceAddonReference: toReplace } = request
  const addOn = findAddOn(workspace, contract, addonReference)
  const parameters = readParameters(
    workspace,
    findServiceType(workspace, addOn, serviceTypeReference),
    request.parameters ?? [],
  )
  const entity = demand(workspace, findEntity(workspace, contract, request), entityMissing)
  const subscriptionDate = readStart(workspace, issuerOf(workspace, contract), request.subscriptionDate)
  const replaced =
    toReplace === undefined ? undefined : replace(workspace, contract, entity, toReplace, subscriptionDate)
  refuseSecond(workspace, contract, entity, addonReference, subscriptionDate)
  const rows = subscriptions(workspace)
  const subscriptionReference = nextReference(workspace, 'issuer.subscriptions', rows, 'ADDSUB_', 16)
  const subscription = rows.put({
    id: subscriptionReference,
    subscriptionReference,
    contractReference: contract.id,
    addonReference,
    serviceTypeReference,
    ...entity,
    parameters,
    subscriptionDate,
    ...(replaced && { replacedSubscriptionReference: replaced.id }),
  })
  postFee(workspace, addOn, subscription)
  return subscription
}

/** Today means now, unless a later time of today is given; days are the issuer's. */
function readStart(workspace: Workspace, { timeZone }: Issuer, sent: string | undefined): WireInstant {
  const present = now(workspace)
  if (sent === undefined) return present
  const start = readDate(sent, timeZone)
  const today = dayOf(present, timeZone)
  const isPast = start <= present && dayOf(start, timeZone) !== today
  const past = () => `the subscription date ${sent} is before today, ${today} in ${timeZone}`
  refuseIf(workspace, isPast, subscriptionDatePast, past)
  return start > present ? start : present
}

/** A new subscription has no end, so any that does not end before it starts is a second one. */
function refuseSecond(
  workspace: Workspace,
  contract: Contract,
  entity: Entity,
  addonReference: string,
  start: WireInstant,
): void {
  const held = subscriptionsOf(workspace, contract).find(
    (other) => other.addonReference === addonReference && isSameEntity(other, entity) && !hasEnded(other, start),
  )
  refuseIf(workspace, held, alreadySubscribed, ({ subscriptionDate, endDate }) => {
    const until = endDate === undefined ? '' : ` until ${endDate}`
    return `there is a subscription to ${addonReference} from ${subscriptionDate}${until}`
  })
}
