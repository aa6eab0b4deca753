import type { Example } from '../../../../kernel/problem.ts'

const CONTRACT = '7f3d1c52-9a60-4a6e-8c1d-2b5e0f4a9d11'

/** An address and a subscription of the documented customer that would succeed, but for what `changes` makes wrong. */
export const subscribe = (changes: object, { customer = 'CUS10000375016' } = {}): Example => ({
  scenario: 'quickstart',
  method: 'POST',
  path: `/api/v2/issuers/1234/customers/${customer}/addresses-and-subscriptions`,
  body: {
    createAddressRequest: {
      addressLabel: 'HOME_PHONE_NUMBER',
      addressType: 'PHONE',
      phone: { countryCode: '49', localPhoneNumber: '030 23125 010' },
    },
    createAddOnSubscriptionRequest: {
      addonReference: 'ALERT',
      serviceTypeReference: 'LETTER',
      accountIdentifier: { accountReference: 'ACC10000375016' },
      ...changes,
    },
    contractReference: CONTRACT,
  },
})

/** The customer of `addon-replacement`, whose contract has subscriptions from the start. */
export const subscribeAgain = (changes: object): Example => ({
  scenario: 'addon-replacement',
  method: 'POST',
  path: '/api/v2/issuers/1234/customers/CUS10000600001/addresses-and-subscriptions',
  body: {
    createAddressRequest: {
      addressLabel: 'PERSONAL_EMAIL',
      addressType: 'E_MAIL',
      emailAddress: { email: 'clara.weiss@example.com' },
    },
    createAddOnSubscriptionRequest: {
      addonReference: 'ALERT',
      serviceTypeReference: 'LETTER',
      accountIdentifier: { accountReference: 'ACC10000600001' },
      ...changes,
    },
    contractReference: 'c1a7a000-3f52-4b1e-9d60-5e8b7f2c4a01',
  },
})

/** Ends a subscription of the same customer. */
export const unsubscribe = (body: object): Example => ({
  scenario: 'addon-replacement',
  method: 'POST',
  path: '/api/v2/issuers/1234/contracts/c1a7a000-3f52-4b1e-9d60-5e8b7f2c4a01/addon-subscriptions/unsubscribe',
  body,
})
