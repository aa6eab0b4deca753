import * as z from 'zod'
import { customerIdentifierOf } from '../customer-wire.ts'
import { replaceCustomer } from '../domain/customer-updates.ts'
import { ModifyCustomerResponse } from '../fields/customer.ts'
import { ModifyCustomerRequest } from '../fields/customer-requests.ts'
import { Filter } from '../fields/parameters.ts'
import { remarkLongValues } from '../long-values.ts'
import { contactNameMissing } from '../problems/contact.ts'
import { countryUnknown } from '../problems/create.ts'
import * as refusals from '../problems/customer.ts'
import { byCustomer } from '../references/by-customer.ts'

const ids = { own: 'updateCustomer', external: 'updateCustomerByIssuerExtRef' }

export const updateCustomer = byCustomer(ids, '', {
  method: 'put',
  summary: 'Update a customer as a whole',
  description: [
    'What is left out is emptied, contacts included; risk categories and commercial status become the defaults.',
    'Only `specificFields` are merged.',
  ].join(' '),
  tag: 'Customer',
  source: 'contract 2 (44, 49), 4.49, 7.6, 7.7',
  query: z.object({ filter: Filter }),
  body: ModifyCustomerRequest,
  response: ModifyCustomerResponse,
  problems: [...Object.values(refusals), contactNameMissing, countryUnknown],
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  return { customerIdentifier: customerIdentifierOf(replaceCustomer(workspace, customer, body)) }
})
