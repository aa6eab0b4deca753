import * as z from 'zod'
import { LENA } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byContact } from '../../references/by-contact.ts'
import { removeContact as remove } from '../domain.ts'
import { DeleteContactResponse } from '../wire/contact.ts'
import { contactIdentifierOf } from '../wire/shown.ts'

const ids = {
  own: 'removeCustomerContactByCustomerReferenceAndContactReference',
  external: 'removeCustomerContactByIssuerCustomerExternalReferenceAndContactReference',
}

export const removeContact = byContact(ids, {
  method: 'delete',
  summary: 'Remove a contact',
  tag: 'Customer',
  source: 'contract 2 #56, #58',
  query: z.object({ filter: Filter }),
  response: DeleteContactResponse,
  example: { params: LENA },
}).handle((workspace, contact) => {
  remove(workspace, contact)
  return { contactIdentifier: contactIdentifierOf(contact) }
})
