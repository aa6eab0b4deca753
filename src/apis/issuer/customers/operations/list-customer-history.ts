import * as z from 'zod'
import { refuseIf } from '../../../../kernel/checks.ts'
import { isDate, readDate } from '../../platform/dates.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Filter, optional } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { statesOf, statesWithin } from '../domain/history.ts'
import { periodReversed } from '../problems/reading.ts'
import { CustomerHistory } from '../wire/customer.ts'
import { stateOf } from '../wire/shown.ts'

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i

/** Contract 5, Formats: to the second, with a zone; more exactly as well, as answers are. */
const Moment = optional(
  z
    .string()
    .refine((text) => FORM.test(text) && isDate(text), 'use the form yyyy-MM-ddTHH:mm:ssZ, e.g. 2026-03-02T09:00:00Z')
    .transform((text) => readDate(text, 'utc')),
)

const ids = { own: 'listCustomerHistory', external: 'listCustomerHistoryByIssuerExtRef' }

export const listCustomerHistory = byCustomer(ids, '/customer-history', {
  method: 'get',
  summary: 'List what a customer has been',
  description: [
    'The state in force at the start of the period, and those that began in it, both of its ends included; all of them',
    'where it has no ends.',
  ].join(' '),
  tag: 'Customer',
  source: 'contract 2 #46, #51, 7.8',
  query: z.object({ filter: Filter, periodStartDateTime: Moment, periodEndDateTime: Moment }),
  response: z.array(CustomerHistory),
  problems: [periodReversed],
  example: { params: HENRI },
}).handle((workspace, customer, { query }) => {
  const { periodStartDateTime: from, periodEndDateTime: until } = query
  refuseIf(
    workspace,
    from !== undefined && until !== undefined && until < from,
    periodReversed,
    () => `the period ends at ${until}, before it starts at ${from}`,
  )
  return statesWithin(statesOf(workspace, customer), from, until).map((state) => stateOf(customer, state))
})
