import { ADDRESSES, read, rule } from '../../platform/rule.ts'

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
