import { read, rule, UNKNOWN } from '../../platform/rule.ts'

export const customerUnknown = rule('customer-unknown', 'no such customer of this issuer', {
  ...UNKNOWN,
  when: 'the path names a customer that the issuer does not have',
  example: read('/api/v2/issuers/1234/customers/CUS00000000000/addresses'),
})

export const phoneticAlgorithmUnknown = rule('phonetic-algorithm-unknown', 'the issuer has no such algorithm', {
  basis: 'inferred',
  source: 'contract 4.49',
  when: 'a `phoneticAlgorithm` is not configured for the issuer',
  example: read('/api/v2/issuers/1234/customers?lastName=Vogt&phoneticSearch=true&phoneticAlgorithm=HARMONICA'),
})

const HISTORY = '/api/v2/issuers/1234/customers/CUS10000400001/customer-history'

export const periodReversed = rule('period-reversed', 'the period ends before it starts', {
  basis: 'assumed',
  source: 'contract 7.8',
  when: '`periodEndDateTime` is before `periodStartDateTime`',
  example: read(`${HISTORY}?periodStartDateTime=2026-01-02T00:00:00Z&periodEndDateTime=2026-01-01T00:00:00Z`),
})
