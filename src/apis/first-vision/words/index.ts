import type { Words } from '../../../http/document/words.ts'
import { ADDRESS } from './address.ts'
import { KEYS } from './keys.ts'
import { PERSON } from './person.ts'
import { PRODUCTS } from './products.ts'
import { RELATIONSHIPS } from './relationships.ts'
import { TRANSPORT } from './transport.ts'

/** What the document of First Vision says of members and tags (contract 2 to 6), in our own words. */
export const words: Words = {
  members: { ...TRANSPORT, ...KEYS, ...PERSON, ...ADDRESS, ...PRODUCTS, ...RELATIONSHIPS },
  tags: {
    Token: 'Access tokens, by client credentials.',
    Customers: 'Customers: put on file, changed, inquired about; their numbers, accounts, cards and addresses.',
    Relationships: 'Relationships: accounts of one customer, or of a company’s people, under one limit.',
    Boarding: 'Accounts and cards, in the least form that boards a customer.',
  },
}
