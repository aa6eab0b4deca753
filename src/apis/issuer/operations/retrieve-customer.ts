import * as z from 'zod'
import { customerOf } from '../customer-wire.ts'
import { Customer } from '../fields/customer.ts'
import { Embed, Filter } from '../fields/parameters.ts'
import { byCustomer } from '../references/by-customer.ts'

const ids = { own: 'retrieveCustomer', external: 'retrieveCustomerByIssuerExtRef' }

export const retrieveCustomer = byCustomer(ids, '', {
  method: 'get',
  summary: 'Read a customer',
  description: 'Embedded addresses are the active ones, as they are now.',
  tag: 'Customer',
  source: 'contract 2 (43, 48), 4.48',
  query: z.object({
    filter: Filter,
    embed: Embed(['addressIdentifiers', 'addresses', 'contactIdentifiers', 'contacts', 'addresses.addressUsages']),
  }),
  response: Customer,
}).handle((workspace, customer, { query }) => customerOf(workspace, customer, query.embed))
