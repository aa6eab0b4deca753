import { ADDRESSES, read, rule, UNKNOWN } from '../../platform/rule.ts'

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

export const usageFilterIncomplete = rule(
  'usage-filter-incomplete',
  'serviceCode and addressUsageName narrow the list only together',
  {
    basis: 'documented',
    source: 'contract 4.47',
    when: 'the list is narrowed by one of them, or by `entityReference`, without the other',
    example: read(`${ADDRESSES}?serviceCode=CARD_SERVICE`),
  },
)
