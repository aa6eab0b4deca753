import * as z from 'zod'
import { countryUnknown } from '../../addresses/problems/create.ts'
import { remarkLongValues } from '../../domain/long-values.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { LENA } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byContact } from '../../references/by-contact.ts'
import { modifyContact as modify } from '../domain.ts'
import { contactNameMissing } from '../problems.ts'
import { ModifyContactRequest, ModifyContactResponse } from '../wire/contact.ts'
import { contactIdentifierOf } from '../wire/shown.ts'

const ids = {
  own: 'modifyCustomerContactByCustomerReferenceAndContactReference',
  external: 'modifyCustomerContactByIssuerCustomerExternalReferenceAndContactReference',
}

export const modifyContact = byContact(ids, {
  method: 'put',
  summary: 'Update a contact as a whole',
  description: 'What is left out is emptied.',
  tag: 'Customer',
  source: 'contract 2 #55, #57, 4.49',
  query: z.object({ filter: Filter }),
  limits: ISSUER_LIMITS,
  body: ModifyContactRequest,
  response: ModifyContactResponse,
  problems: [contactNameMissing, countryUnknown],
  example: { params: LENA, body: { name: 'Vogt', firstName: 'Karl', type: 'Power of Attorney' } },
}).handle((workspace, contact, { body }) => {
  remarkLongValues(workspace, body)
  return { contactIdentifier: contactIdentifierOf(modify(workspace, contact, body)) }
})
