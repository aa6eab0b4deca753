import * as z from 'zod'
import { customerIdentifierOf } from '../customer-wire.ts'
import { changeCustomer } from '../domain/customer-updates.ts'
import { ModifyCustomerResponse } from '../fields/customer.ts'
import { ModifyCustomerRequest } from '../fields/customer-requests.ts'
import { Filter } from '../fields/parameters.ts'
import { remarkLongValues } from '../long-values.ts'
import { contactNameMissing } from '../problems/contact.ts'
import { countryUnknown } from '../problems/create.ts'
import { commercialStatusUnknown, riskCategoryUnknown } from '../problems/customer.ts'
import { byCustomer } from '../references/by-customer.ts'

const ids = { own: 'updateCustomerPartially', external: 'updateCustomerPartiallyByIssuerExtRef' }

export const updateCustomerPartially = byCustomer(ids, '', {
  method: 'patch',
  summary: 'Update some attributes of a customer',
  description: 'What is left out stays. A list of contacts replaces the one on file.',
  tag: 'Customer',
  source: 'contract 2 (45, 50), 4.49, 7.7',
  query: z.object({ filter: Filter }),
  body: ModifyCustomerRequest,
  response: ModifyCustomerResponse,
  problems: [riskCategoryUnknown, commercialStatusUnknown, contactNameMissing, countryUnknown],
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  return { customerIdentifier: customerIdentifierOf(changeCustomer(workspace, customer, body)) }
})
