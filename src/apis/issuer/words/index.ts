import type { Words } from '../../../http/document/words.ts'
import { ADDRESSES } from './addresses.ts'
import { CUSTOMERS } from './customers.ts'
import { requireNothingSelected } from './selected.ts'
import { SUBSCRIPTIONS } from './subscriptions.ts'
import { TRANSPORT } from './transport.ts'

/** What the document of the issuer API says of members and tags, in our own words. */
export const words: Words = {
  amend: requireNothingSelected,
  members: { ...TRANSPORT, ...CUSTOMERS, ...ADDRESSES, ...SUBSCRIPTIONS },
  tags: {
    Customer: 'Customers and their contacts: created, searched, changed, and what they have been.',
    'Customer Address': 'Addresses of customers: their versions, permanent and temporary, their status and usages.',
    'Customer - Related': 'An address and a subscription in one call.',
    Contract: 'Add-ons that a contract is subscribed to.',
    Authentication: 'Access tokens, by client credentials.',
  },
}
