import * as z from 'zod'
import { HENRI } from '../../platform/example-cast.ts'
import { pageLinks } from '../../platform/page-links.ts'
import { byIssuer } from '../../references/by-issuer.ts'
import { searchCustomers } from '../domain/search.ts'
import { phoneticAlgorithmUnknown } from '../problems/reading.ts'
import { Customer } from '../wire/customer.ts'
import { CustomerQuery } from '../wire/query.ts'
import { customerOf } from '../wire/shown.ts'

export const listCustomers = byIssuer('listCustomers', {
  method: 'get',
  summary: 'Search the customers of an issuer',
  description: [
    'Every criterion given has to be met, whatever the case of its letters; none gives all customers.',
    '`partialSearch=true` finds parts of names, addresses, mail addresses and phone numbers.',
    '`phoneticSearch=true` finds names by their sound. `page` counts from 0, `offset` is the size of a page.',
  ].join(' '),
  tag: 'Customer',
  source: 'contract 2 #41, 4.49, 7.9',
  query: CustomerQuery,
  response: z.array(Customer),
  problems: [phoneticAlgorithmUnknown],
  example: { params: HENRI, query: { lastName: 'MARCADAS' } },
}).handle((workspace, issuer, { query }, exchange) => {
  const { rows, more } = searchCustomers(workspace, issuer, query)
  exchange.links = pageLinks(exchange, query.page ?? 0, more)
  return rows.map((customer) => customerOf(workspace, customer))
})
