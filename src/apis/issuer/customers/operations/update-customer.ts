import * as z from 'zod'
import { countryUnknown } from '../../addresses/problems/create.ts'
import { contactNameMissing } from '../../contacts/problems.ts'
import { remarkLongValues } from '../../domain/long-values.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { replaceCustomer } from '../domain/updates.ts'
import * as refusals from '../problems/attributes.ts'
import { ModifyCustomerResponse } from '../wire/customer.ts'
import { ModifyCustomerRequest } from '../wire/requests.ts'
import { customerIdentifierOf } from '../wire/shown.ts'

const ids = { own: 'updateCustomer', external: 'updateCustomerByIssuerExtRef' }

export const updateCustomer = byCustomer(ids, '', {
  method: 'put',
  summary: 'Update a customer as a whole',
  description: [
    'What is left out is emptied, contacts included; risk categories and commercial status become the defaults.',
    'Only `specificFields` are merged.',
  ].join(' '),
  tag: 'Customer',
  source: 'contract 2 #44, #49, 4.49, 7.6, 7.7',
  query: z.object({ filter: Filter }),
  limits: ISSUER_LIMITS,
  body: ModifyCustomerRequest,
  response: ModifyCustomerResponse,
  problems: [...Object.values(refusals), contactNameMissing, countryUnknown],
  example: { params: HENRI, body: { firstName: 'HENRI', lastName: 'MARCADAS', profession: 'Architect' } },
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  return { customerIdentifier: customerIdentifierOf(replaceCustomer(workspace, customer, body)) }
})
