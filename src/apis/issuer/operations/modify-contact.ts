import * as z from 'zod'
import { contactIdentifierOf } from '../customer-wire.ts'
import { modifyContact as modify } from '../domain/contacts.ts'
import { ModifyContactRequest, ModifyContactResponse } from '../fields/contact.ts'
import { Filter } from '../fields/parameters.ts'
import { remarkLongValues } from '../long-values.ts'
import { contactNameMissing } from '../problems/contact.ts'
import { countryUnknown } from '../problems/create.ts'
import { byContact } from '../references/by-contact.ts'

const ids = {
  own: 'modifyCustomerContactByCustomerReferenceAndContactReference',
  external: 'modifyCustomerContactByIssuerCustomerExternalReferenceAndContactReference',
}

export const modifyContact = byContact(ids, {
  method: 'put',
  summary: 'Update a contact as a whole',
  description: 'What is left out is emptied.',
  tag: 'Customer',
  source: 'contract 2 (55, 57), 4.49',
  query: z.object({ filter: Filter }),
  body: ModifyContactRequest,
  response: ModifyContactResponse,
  problems: [contactNameMissing, countryUnknown],
}).handle((workspace, contact, { body }) => {
  remarkLongValues(workspace, body)
  return { contactIdentifier: contactIdentifierOf(modify(workspace, contact, body)) }
})
