import { read, rule, UNKNOWN } from '../../platform/rule.ts'
import { subscribe } from './examples.ts'

export const contractUnknown = rule('contract-unknown', 'no such contract of this issuer', {
  ...UNKNOWN,
  when: 'path or body names a contract that the issuer does not have',
  example: read('/api/v2/issuers/1234/contracts/00000000-0000-4000-8000-000000000000/addon-subscriptions'),
})

export const contractOfAnother = rule('contract-of-another-customer', 'the contract is another customer’s', {
  basis: 'assumed',
  source: 'decision Address and subscription',
  when: '`contractReference` names a contract of another customer of the issuer',
  example: subscribe({}, { customer: 'CUS10000400001' }),
})
