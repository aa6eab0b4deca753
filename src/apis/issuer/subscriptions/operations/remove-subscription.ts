import * as z from 'zod'
import { CLARAS_CONTRACT } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byContract } from '../../references/by-contract.ts'
import { unsubscribe } from '../domain/unsubscribing.ts'
import { accountNotOfContract, cardContractNotOfContract, entityAmbiguous } from '../problems/entity.ts'
import * as refusals from '../problems/unsubscription.ts'
import { entityOf } from '../wire/shown.ts'
import { RemoveAddOnSubscriptionRequest, RemoveAddOnSubscriptionResponse } from '../wire/subscription.ts'

export const removeSubscription = byContract('removeAddOnSubscription', '/addon-subscriptions/unsubscribe', {
  method: 'post',
  summary: 'End an add-on subscription of a contract',
  description: [
    'It ends now. One that is still to come disappears with its fee, and what it was to replace goes on, up to the next',
    'one to the same add-on. The members of request and answer are inferred; service type and entity may be left out',
    'where the add-on alone tells which is meant.',
  ].join(' '),
  tag: 'Contract',
  source: 'contract 2 Adjacent operations; decision Address and subscription',
  query: z.object({ filter: Filter }),
  body: RemoveAddOnSubscriptionRequest,
  response: RemoveAddOnSubscriptionResponse,
  problems: [...Object.values(refusals), accountNotOfContract, cardContractNotOfContract, entityAmbiguous],
  example: { params: CLARAS_CONTRACT, body: { addonReference: 'PORTAL_ACCESS' } },
}).handle((workspace, contract, { body }) => {
  const subscription = unsubscribe(workspace, contract, body)
  const { addonReference, subscriptionDate, serviceTypeReference } = subscription
  return { addonReference, subscriptionDate, serviceTypeReference, ...entityOf(workspace, subscription) }
})
