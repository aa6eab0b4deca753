import { rule } from '../../platform/rule.ts'
import { subscribe } from './examples.ts'

/** The account or card contract that a subscription is for (contract 4.41). */

export const entityMissing = rule('subscription-entity-missing', 'an account or a card contract is needed', {
  basis: 'documented',
  source: 'contract 4.41',
  when: 'neither `accountIdentifier` nor `cardContractIdentifier` has a reference',
  example: subscribe({ accountIdentifier: undefined }),
})

export const entityAmbiguous = rule('subscription-entity-ambiguous', 'an account or a card contract, not both', {
  basis: 'assumed',
  source: 'contract 6 Subscriptions; decision Address and subscription',
  when: 'both `accountIdentifier` and `cardContractIdentifier` are sent',
  example: subscribe({ cardContractIdentifier: { cardContractReference: '12342000000000095003' } }),
})

const NOT_OF_CONTRACT = { basis: 'assumed', source: 'decision Address and subscription' } as const

export const accountNotOfContract = rule('account-not-of-contract', 'the contract has no such account', {
  ...NOT_OF_CONTRACT,
  when: '`accountIdentifier` names an account that is unknown or another contract’s',
  example: subscribe({ accountIdentifier: { accountReference: 'ACC00000000000' } }),
})

export const cardContractNotOfContract = rule(
  'card-contract-not-of-contract',
  'the contract has no such card contract',
  {
    ...NOT_OF_CONTRACT,
    when: '`cardContractIdentifier` names a card contract that is unknown or another contract’s',
    example: subscribe({
      accountIdentifier: undefined,
      cardContractIdentifier: { issuerCardContractExternalReference: 'CARDCONTRACT-0' },
    }),
  },
)
