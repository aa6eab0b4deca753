import type { Example } from '../../../../kernel/problem.ts'
import { rule } from '../../platform/rule.ts'

/** What cannot be marked invalid (contract 4.31, 4.32; decision Invalidate). */

const invalidate = (address: string): Example => ({
  scenario: 'quickstart',
  method: 'POST',
  path: `/api/v2/issuers/${address}/invalidate`,
})

export const notPostal = rule('invalidation-not-postal', 'only a postal address can be invalidated', {
  basis: 'documented',
  source: 'contract 4.31',
  when: 'the address is a phone number or a mail address',
  example: invalidate('1234/customers/CUS10000400001/addresses/ADDREF_PERSONAL_EMAIL_1000000000430014'),
})

export const invalidationOff = rule('invalidation-off', 'the issuer does not invalidate addresses', {
  basis: 'inferred',
  source: 'contract 4.32; decision Invalidate',
  when: 'the issuer has the feature switched off',
  example: invalidate('5678/customers/CUS10000500001/addresses/external-addresses/NK-1-HOME'),
})

export const toInvalidateInactive = rule('invalidation-of-inactive', 'the address is inactive', {
  basis: 'assumed',
  source: 'decision Invalidate',
  when: 'the address to invalidate is inactive',
  example: invalidate('1234/customers/CUS10000400004/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430042'),
})

export const nothingToInvalidate = rule('invalidation-without-permanent', 'no permanent version is in force', {
  basis: 'inferred',
  source: 'contract 4.31; decision Invalidate',
  when: 'the address has no permanent version that has begun',
  example: invalidate('1234/customers/CUS10000400003/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430032'),
})
