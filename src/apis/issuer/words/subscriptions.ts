import type { Words } from '../../../http/document/words.ts'

/** What is said of add-ons that contracts are subscribed to (contract 3). */
export const SUBSCRIPTIONS: Words['members'] = {
  createAddressRequest: 'The address to be created.',
  createAddOnSubscriptionRequest: 'The subscription to be made; either both are done, or neither.',
  createAddressResponse: 'The address that was created.',
  createAddOnSubscriptionResponse: 'The subscription that was made.',
  contractReference: {
    description: 'The platform’s reference of the contract; it must be the customer’s.',
    examples: ['7f3d1c52-9a60-4a6e-8c1d-2b5e0f4a9d11'],
  },
  addonReference: {
    description: 'The add-on. The contract’s product says which it offers (`issuer.products` of a scenario).',
    examples: ['PORTAL_ACCESS', 'ALERT', 'NOTIFICATION'],
  },
  subscriptionToReplaceAddonReference: 'The add-on whose subscription ends when this one starts.',
  subscriptionDate:
    'When the subscription starts: a date, which is the start of that day in the issuer’s time zone, or a date-time; now where left out.',
  'CreateAddOnSubscriptionResponse subscriptionDate': 'When the subscription starts.',
  'AddOnSubscription subscriptionDate': 'When the subscription starts.',
  'RemoveAddOnSubscriptionResponse subscriptionDate': 'When the subscription started.',
  serviceTypeReference: {
    description: 'How the add-on’s service reaches the customer; the product says how it can.',
    examples: ['PORTAL', 'LETTER', 'SMS', 'E_MAIL'],
  },
  accountIdentifier: 'The account that the add-on is for: either this or a card contract, and it is the contract’s.',
  cardContractIdentifier:
    'The card contract that the add-on is for: either this or an account, and it is the contract’s.',
  accountReference: { description: 'The platform’s reference of the account.', examples: ['ACC10000375016'] },
  issuerAccountExternalReference: {
    description: 'The issuer’s own reference of the account.',
    examples: ['ACCOUNT-202301260001'],
  },
  cardContractReference: {
    description: 'The platform’s reference of the card contract.',
    examples: ['12342000000000095003'],
  },
  issuerCardContractExternalReference: {
    description: 'The issuer’s own reference of the card contract.',
    examples: ['CARDCONTRACT-202301260001'],
  },
  parameters: 'What the service type asks to be told; the product says what.',
  reference: 'Name of the parameter.',
  value: 'Its value.',
  optional: 'Whether the parameter may be left out.',
  'CreateAddOnSubscriptionRequestAddOnParameter type': 'Taken and not looked at.',
}
