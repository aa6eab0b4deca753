import { rule } from '../../platform/rule.ts'
import { subscribe, subscribeAgain } from './examples.ts'

/** What a subscription may ask for (contract 4.41 to 4.43; decision Address and subscription). */

const CHOSEN = { basis: 'assumed', source: 'decision Address and subscription' } as const

export const addOnNotAllowed = rule('add-on-not-allowed', 'the product of the contract does not allow this add-on', {
  basis: 'documented',
  source: 'contract 4.43',
  when: '`addonReference` is not among the add-ons of the contract’s product',
  example: subscribe({ addonReference: 'TRAVEL_INSURANCE' }),
})

export const serviceTypeUnknown = rule('service-type-unknown', 'the product has no such service type of this add-on', {
  basis: 'documented',
  source: 'contract 4.41',
  when: '`serviceTypeReference` is not defined for the add-on on the contract’s product',
  example: subscribe({ serviceTypeReference: 'CARRIER_PIGEON' }),
})

export const parameterUnknown = rule('parameter-unknown', 'the service type has no such parameter', {
  basis: 'assumed',
  source: 'contract 4.42; contract 6 Subscriptions',
  when: 'a parameter is sent that the service type does not define',
  example: subscribe({ parameters: [{ reference: 'COLOUR', value: 'blue' }] }),
})

export const parameterRepeated = rule('parameter-repeated', 'a parameter is sent once', {
  basis: 'assumed',
  source: 'contract 6 Subscriptions',
  when: 'two of the parameters have the same `reference`',
  example: subscribe({
    serviceTypeReference: 'SMS',
    parameters: ['+49 30 23125 010', '+49 30 23125 011'].map((value) => ({ reference: 'MOBILE_NUMBER', value })),
  }),
})

export const parameterMissing = rule('parameter-missing', 'the service type needs another parameter', {
  basis: 'documented',
  source: 'contract 4.42',
  when: 'a parameter that the service type needs is not sent, or has no value',
  example: subscribe({ serviceTypeReference: 'SMS' }),
})

export const subscriptionDatePast = rule('subscription-date-past', 'the subscription date is before today', {
  basis: 'assumed',
  source: 'contract 6 Subscriptions; decision Dates',
  when: '`subscriptionDate` is before today in the issuer’s time zone',
  example: subscribe({ subscriptionDate: '2020-01-01' }),
})

export const alreadySubscribed = rule('already-subscribed', 'there is a subscription to this add-on already', {
  ...CHOSEN,
  when: 'account or card contract has a subscription to the add-on that is in force or to come at that date',
  example: subscribeAgain({}),
})

export const replacedNotActive = rule('subscription-to-replace-not-active', 'no such subscription can be replaced', {
  ...CHOSEN,
  when: 'no subscription of the contract to `subscriptionToReplaceAddonReference` is in force as the new one starts',
  example: subscribe({ subscriptionToReplaceAddonReference: 'PORTAL_ACCESS' }),
})

export const replacedAmbiguous = rule('subscription-to-replace-ambiguous', 'several subscriptions could be replaced', {
  ...CHOSEN,
  when: 'several other accounts and card contracts of the contract have the add-on to be replaced, and this one has not',
  example: subscribeAgain({
    addonReference: 'NOTIFICATION',
    serviceTypeReference: 'E_MAIL',
    subscriptionToReplaceAddonReference: 'PORTAL_ACCESS',
  }),
})
