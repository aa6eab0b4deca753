import type { Example } from '../../../../kernel/problem.ts'
import { ADDRESSES, rule } from '../../platform/rule.ts'

/** What an update may not change (decision PUT); its data follow the rules of `create.ts`. */

const update = (changes: object): Example => ({
  scenario: 'quickstart',
  method: 'PUT',
  path: `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`,
  body: {
    addressLabel: 'MAIN_POSTAL_ADDRESS',
    addressType: 'POSTAL_MAIL',
    postalAddress: { townName: 'BERLIN', country: 'DE' },
    ...changes,
  },
})

export const labelChanged = rule('label-changed', 'the label of an address stays as it is', {
  basis: 'assumed',
  source: 'decision PUT',
  when: 'a PUT sends an `addressLabel` other than the one of the address',
  example: update({ addressLabel: 'SECOND_POSTAL_ADDRESS' }),
})

export const typeChanged = rule('type-changed', 'the type of an address stays as it is', {
  basis: 'assumed',
  source: 'decision PUT',
  when: 'a PUT sends an `addressType` other than the one of the address',
  example: update({ addressType: 'PHONE', phone: { localPhoneNumber: '030 23125 002' } }),
})
