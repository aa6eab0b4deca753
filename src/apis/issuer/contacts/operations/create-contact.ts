import * as z from 'zod'
import { countryUnknown } from '../../addresses/problems/create.ts'
import { remarkLongValues } from '../../domain/long-values.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { createContact as create } from '../domain.ts'
import { contactNameMissing } from '../problems.ts'
import { CreateContactRequest, CreateContactResponse } from '../wire/contact.ts'
import { contactIdentifierOf } from '../wire/shown.ts'

const ids = {
  own: 'createCustomerContactByCustomerReference',
  external: 'createCustomerContactByIssuerCustomerExternalReference',
}

export const createContact = byCustomer(ids, '/contacts', {
  method: 'post',
  summary: 'Add a contact to a customer',
  tag: 'Customer',
  source: 'contract 2 #53, #54, 4.49',
  query: z.object({ filter: Filter }),
  limits: ISSUER_LIMITS,
  body: CreateContactRequest,
  response: CreateContactResponse,
  problems: [contactNameMissing, countryUnknown],
  idempotent: true,
  example: { params: HENRI, body: { name: 'Notar Lange', type: 'Power of Attorney' } },
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  return { contactIdentifier: contactIdentifierOf(create(workspace, customer, body)) }
})
