import { ADDRESSES, rule } from '../../platform/rule.ts'

/** What keeps an address active or inactive (contract 4.30; decision Identity). */

const LENA = '/api/v2/issuers/1234/customers/CUS10000400001/addresses'
const IVO = '/api/v2/issuers/1234/customers/CUS10000710002/addresses'

export const mainAddressStays = rule('main-address-stays', 'the main postal address cannot be deactivated', {
  basis: 'documented',
  source: 'contract 4.30',
  when: 'the address to deactivate has the label `MAIN_POSTAL_ADDRESS`',
  example: {
    scenario: 'quickstart',
    method: 'POST',
    path: `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761/deactivate`,
  },
})

export const usageLinked = rule('usage-linked', 'an address with a usage cannot be deactivated', {
  basis: 'documented',
  source: 'contract 4.30',
  when: 'a usage is linked to the address to deactivate',
  example: {
    scenario: 'quickstart',
    method: 'POST',
    path: `${LENA}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430012/deactivate`,
  },
})

export const labelInUse = rule('label-in-use', 'another address of the label is active', {
  basis: 'assumed',
  source: 'decision Identity',
  when: 'the label of the address to activate has an active address already',
  example: {
    scenario: 'inactive-address-update',
    method: 'POST',
    path: `${IVO}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000471022/activate`,
  },
})
