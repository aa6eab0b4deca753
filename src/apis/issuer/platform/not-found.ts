import { ADDRESSES, read, rule } from './rule.ts'

const UNKNOWN = { status: 404, basis: 'assumed', source: 'decision Errors' } as const

export const issuerUnknown = rule('issuer-unknown', 'no such issuer', {
  ...UNKNOWN,
  when: 'the path names an issuer that the scenario does not have',
  example: read('/api/v2/issuers/9999/customers/CUS10000375016/addresses'),
})

export const customerUnknown = rule('customer-unknown', 'no such customer of this issuer', {
  ...UNKNOWN,
  when: 'the path names a customer that the issuer does not have',
  example: read('/api/v2/issuers/1234/customers/CUS00000000000/addresses'),
})

export const addressUnknown = rule('address-unknown', 'no such address of this customer', {
  ...UNKNOWN,
  when: 'the path names an address that the customer does not have',
  example: read(`${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_0000000000000000`),
})

export const addressNotCurrent = rule('address-not-current', 'no version of this address is in force', {
  ...UNKNOWN,
  source: 'decision Dates',
  when: 'the address has only had temporary versions, and the last one has ended',
  example: read(
    '/api/v2/issuers/1234/customers/CUS10000400003/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430032',
  ),
})
