import type { Example } from '../../../../kernel/problem.ts'
import { rule } from '../../platform/rule.ts'

/** What an update of a customer may carry, most of it at the creation as well (contract 4.49). */

const update = (method: 'PUT' | 'PATCH', body: object, customer = '1234/customers/CUS10000400001'): Example => ({
  scenario: 'quickstart',
  method,
  path: `/api/v2/issuers/${customer}`,
  body,
})

export const customerNameMissing = rule('customer-name-missing', 'a PUT needs firstName and lastName', {
  basis: 'documented',
  source: 'contract 4.49',
  when: 'a PUT leaves out `firstName` or `lastName`',
  example: update('PUT', { lastName: 'Vogt', sex: 'female' }),
})

export const riskCategoryUnknown = rule('risk-category-unknown', 'the issuer has no such risk category', {
  basis: 'documented',
  source: 'contract 4.49',
  when: '`onlineRiskCategory` or `offlineRiskCategory` is none that the issuer allows',
  example: update('PATCH', { onlineRiskCategory: 'Astronaut' }),
})

export const commercialStatusUnknown = rule('commercial-status-unknown', 'the issuer has no such commercial status', {
  basis: 'documented',
  source: 'contract 4.49',
  when: '`commercialStatus` is none that the issuer allows',
  example: update('PATCH', { commercialStatus: 'Legendary' }),
})

const NORA = '5678/customers/CUS10000500001'
const nora = { firstName: 'Nora', lastName: 'Keller' }

export const riskCategoryMissing = rule('risk-category-missing', 'the issuer has no default risk category', {
  basis: 'inferred',
  source: 'contract 4.49',
  when: 'a create or a PUT leaves out a risk category, and the issuer has no default for it',
  example: update('PUT', { ...nora, commercialStatus: 'Normal' }, NORA),
})

export const commercialStatusMissing = rule(
  'commercial-status-missing',
  'the issuer has no default commercial status',
  {
    basis: 'inferred',
    source: 'contract 4.49',
    when: 'a create or a PUT leaves out `commercialStatus`, and the issuer has no default for it',
    example: update('PUT', { ...nora, onlineRiskCategory: 'Standard', offlineRiskCategory: 'Standard' }, NORA),
  },
)
