import { rule } from '../../platform/rule.ts'

/** Usages added to and removed from an address (decision Usages). */

const MEHMET = '/api/v2/issuers/1234/customers/CUS10000400004/addresses'
const LENA = '/api/v2/issuers/1234/customers/CUS10000400001/addresses'

export const usageOnInactive = rule('usage-on-inactive', 'an inactive address takes no usage', {
  basis: 'assumed',
  source: 'decision Usages',
  when: 'a usage is added to an inactive address',
  example: {
    scenario: 'quickstart',
    method: 'POST',
    path: `${MEHMET}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430042/address-usages`,
    body: { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' },
  },
})

export const usageUnknown = rule('usage-unknown', 'the address has no such usage', {
  status: 404,
  basis: 'assumed',
  source: 'decision Usages',
  when: 'none of the usages of the address has the name, service and entity to remove',
  example: {
    scenario: 'quickstart',
    method: 'DELETE',
    path: `${LENA}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430012/address-usages?serviceCode=CARD_SERVICE&addressUsageName=PIN_MAILER_DELIVERY`,
  },
})
