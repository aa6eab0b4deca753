import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { PostalAddress } from '../addresses/records.ts'
import { recordType } from '../platform/record-type.ts'
import { Contact as WireContact } from './wire/contact.ts'

/** What is kept of a contact: what answers have of it, in their order, but for its reference. */
export const ContactData = WireContact.omit({ issuerId: true, contactIdentifier: true }).extend({
  birthDate: z.iso.date().optional(),
  postalAddress: PostalAddress.optional(),
})
export type ContactData = z.infer<typeof ContactData>

const ContactRecord = z
  .strictObject({
    issuerId: z.string(),
    customerReference: z.string(),
    contactReference: z.string(),
    ...ContactData.shape,
  })
  .refine(({ name, departmentName }) => name ?? departmentName, 'a contact has a name or a departmentName')

export type Contact = z.output<typeof ContactRecord> & { id: string }

export const contacts = table<Contact>()({
  name: 'issuer.contacts',
  indexes: { customer: (row) => row.customerReference },
})

export const contactRecords = [recordType(contacts, ContactRecord, (row) => row.contactReference)]
