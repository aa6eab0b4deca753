import * as z from 'zod'
import { contactIdentifierOf } from '../customer-wire.ts'
import { createContact as create } from '../domain/contacts.ts'
import { CreateContactRequest, CreateContactResponse } from '../fields/contact.ts'
import { Filter } from '../fields/parameters.ts'
import { remarkLongValues } from '../long-values.ts'
import { contactNameMissing } from '../problems/contact.ts'
import { countryUnknown } from '../problems/create.ts'
import { byCustomer } from '../references/by-customer.ts'

const ids = {
  own: 'createCustomerContactByCustomerReference',
  external: 'createCustomerContactByIssuerCustomerExternalReference',
}

export const createContact = byCustomer(ids, '/contacts', {
  method: 'post',
  summary: 'Add a contact to a customer',
  tag: 'Customer',
  source: 'contract 2 (53, 54), 4.49',
  query: z.object({ filter: Filter }),
  body: CreateContactRequest,
  response: CreateContactResponse,
  problems: [contactNameMissing, countryUnknown],
  idempotent: true,
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  return { contactIdentifier: contactIdentifierOf(create(workspace, customer, body)) }
})
