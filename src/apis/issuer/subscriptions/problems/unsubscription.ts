import { rule } from '../../platform/rule.ts'
import { unsubscribe } from './examples.ts'

/** Ending a subscription (contract 2 Adjacent operations; decision Address and subscription). */

export const subscriptionUnknown = rule('subscription-unknown', 'the contract has no such subscription', {
  status: 404,
  basis: 'assumed',
  source: 'decision Errors; decision Address and subscription',
  when: 'the contract never had a subscription as the one that is to end',
  example: unsubscribe({ addonReference: 'CONCIERGE' }),
})

export const subscriptionEnded = rule('subscription-ended', 'the subscription has ended already', {
  basis: 'assumed',
  source: 'decision Address and subscription',
  when: 'every subscription as the one that is to end has ended',
  example: unsubscribe({ addonReference: 'TRAVEL_INSURANCE' }),
})

export const subscriptionAmbiguous = rule('subscription-ambiguous', 'several subscriptions are meant', {
  basis: 'assumed',
  source: 'contract 6 Subscriptions',
  when: 'several accounts or card contracts of the contract have the add-on, and the request does not tell which',
  example: unsubscribe({ addonReference: 'PORTAL_ACCESS' }),
})
