import { rule, UNKNOWN } from '../platform/rule.ts'

const CONTACTS = '/api/v2/issuers/1234/customers/CUS10000400001/contacts'

export const contactUnknown = rule('contact-unknown', 'no such contact of this customer', {
  ...UNKNOWN,
  when: 'the path names a contact that the customer does not have',
  example: { scenario: 'quickstart', method: 'DELETE', path: `${CONTACTS}/CON00000000000` },
})

export const contactNameMissing = rule('contact-name-missing', 'a contact needs a name or a departmentName', {
  basis: 'documented',
  source: 'contract 4.49',
  when: 'a contact has neither `name` nor `departmentName`; within the update of a customer it can only have `name`',
  example: { scenario: 'quickstart', method: 'POST', path: CONTACTS, body: { firstName: 'Ida', sex: 'female' } },
})
