import { create, rule } from '../../platform/rule.ts'

/** Periods of new versions (contract 4.8 to 4.16; decision Dates). */

export const endDateMissing = rule('end-date-missing', 'a temporary address needs an end date', {
  basis: 'documented',
  source: 'contract 4.13',
  when: '`temporary` is true and there is no `endDate`',
  example: create({ temporary: true }),
})

export const endDateUnexpected = rule('end-date-unexpected', 'a permanent address has no end date', {
  basis: 'documented',
  source: 'contract 4.13',
  when: '`endDate` is sent and `temporary` is not true',
  example: create({ endDate: '2999-01-01' }),
})

export const endDateTooEarly = rule('end-date-too-early', 'the end date is not after the start', {
  basis: 'assumed',
  source: 'decision Dates',
  when: '`endDate` is past already, or not after the start of the version',
  example: create({ temporary: true, endDate: '2020-01-01' }),
})
