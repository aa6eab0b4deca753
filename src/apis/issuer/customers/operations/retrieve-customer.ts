import * as z from 'zod'
import { HENRI } from '../../platform/example-cast.ts'
import { Embed, Filter } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { Customer } from '../wire/customer.ts'
import { customerOf } from '../wire/shown.ts'

const ids = { own: 'retrieveCustomer', external: 'retrieveCustomerByIssuerExtRef' }

export const retrieveCustomer = byCustomer(ids, '', {
  method: 'get',
  summary: 'Read a customer',
  description: 'Embedded addresses are the active ones, as they are now.',
  tag: 'Customer',
  source: 'contract 2 #43, #48, 4.48',
  query: z.object({
    filter: Filter,
    embed: Embed(['addressIdentifiers', 'addresses', 'contactIdentifiers', 'contacts', 'addresses.addressUsages']),
  }),
  response: Customer,
  example: { params: HENRI, query: { embed: ['addresses'] } },
}).handle((workspace, customer, { query }) => customerOf(workspace, customer, query.embed))
