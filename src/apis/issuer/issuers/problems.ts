import { read, rule, UNKNOWN } from '../platform/rule.ts'

export const issuerUnknown = rule('issuer-unknown', 'no such issuer', {
  ...UNKNOWN,
  when: 'the path names an issuer that the scenario does not have',
  example: read('/api/v2/issuers/9999/customers/CUS10000375016/addresses'),
})
