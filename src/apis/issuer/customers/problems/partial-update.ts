import { rule } from '../../platform/rule.ts'

export const attributeCompulsory = rule('attribute-compulsory', 'what every customer has cannot be emptied', {
  basis: 'assumed',
  source: 'contract 4.49, 7.1',
  when: 'a PATCH sends null or an empty text for a name, a risk category or the commercial status',
  example: {
    scenario: 'quickstart',
    method: 'PATCH',
    path: '/api/v2/issuers/1234/customers/CUS10000400001',
    body: { lastName: null },
  },
})
