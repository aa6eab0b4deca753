import * as z from 'zod'
import { countryUnknown } from '../../addresses/problems/create.ts'
import { contactNameMissing } from '../../contacts/problems.ts'
import { remarkLongValues } from '../../domain/long-values.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { changeCustomer } from '../domain/updates.ts'
import { commercialStatusUnknown, riskCategoryUnknown } from '../problems/attributes.ts'
import { attributeCompulsory } from '../problems/partial-update.ts'
import { ModifyCustomerResponse } from '../wire/customer.ts'
import { ModifyCustomerRequest } from '../wire/requests.ts'
import { customerIdentifierOf } from '../wire/shown.ts'

const ids = { own: 'updateCustomerPartially', external: 'updateCustomerPartiallyByIssuerExtRef' }

export const updateCustomerPartially = byCustomer(ids, '', {
  method: 'patch',
  summary: 'Update some attributes of a customer',
  description:
    'What is left out stays; what is null or empty is emptied, but for what every customer has. A list of contacts replaces ' +
    'the one on file.',
  tag: 'Customer',
  source: 'contract 2 #45, #50, 4.49, 7.7',
  query: z.object({ filter: Filter }),
  limits: ISSUER_LIMITS,
  body: ModifyCustomerRequest,
  response: ModifyCustomerResponse,
  problems: [attributeCompulsory, riskCategoryUnknown, commercialStatusUnknown, contactNameMissing, countryUnknown],
  example: { params: HENRI, body: { profession: 'Architect' } },
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  return { customerIdentifier: customerIdentifierOf(changeCustomer(workspace, customer, body)) }
})
