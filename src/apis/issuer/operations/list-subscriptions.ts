import * as z from 'zod'
import { openSubscriptions } from '../domain/subscriptions.ts'
import { Filter } from '../fields/parameters.ts'
import { AddOnSubscription } from '../fields/subscription.ts'
import { byContract } from '../references/by-contract.ts'
import { subscriptionOf } from '../subscription-wire.ts'

export const listSubscriptions = byContract('listAddonsSubscriptionsForContract', '/addon-subscriptions', {
  method: 'get',
  summary: 'List the add-on subscriptions of a contract',
  description:
    'Those in force and those to come, in order of creation. Ended ones are not shown. That the answer is a list of ' +
    'AddOnSubscription is inferred.',
  tag: 'Contract',
  source: 'contract 2, Adjacent operations; design 5, Address and subscription',
  query: z.object({ filter: Filter }),
  response: z.array(AddOnSubscription),
}).handle((workspace, contract) =>
  openSubscriptions(workspace, contract).map((subscription) => subscriptionOf(workspace, subscription)),
)
