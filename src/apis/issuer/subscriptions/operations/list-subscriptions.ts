import * as z from 'zod'
import { CLARAS_CONTRACT } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byContract } from '../../references/by-contract.ts'
import { openSubscriptions } from '../domain/held.ts'
import { subscriptionOf } from '../wire/shown.ts'
import { AddOnSubscription } from '../wire/subscription.ts'

export const listSubscriptions = byContract('listAddonsSubscriptionsForContract', '/addon-subscriptions', {
  method: 'get',
  summary: 'List the add-on subscriptions of a contract',
  description:
    'Those in force and those to come, in order of creation. Ended ones are not shown. That the answer is a list of ' +
    'AddOnSubscription is inferred.',
  tag: 'Contract',
  source: 'contract 2 Adjacent operations; decision Address and subscription',
  query: z.object({ filter: Filter }),
  response: z.array(AddOnSubscription),
  example: { params: CLARAS_CONTRACT },
}).handle((workspace, contract) =>
  openSubscriptions(workspace, contract).map((subscription) => subscriptionOf(workspace, subscription)),
)
