import * as z from 'zod'
import { CreateMailAddress, DateText, MailAddress, ModifyMailAddress } from '../../addresses/wire/address.ts'
import { OptionalText, optional } from '../../platform/parameters.ts'

// Contract 3: names, order and what is compulsory are the contract's.

export const ContactIdentifier = z
  .strictObject({ contactReference: z.string().optional() })
  .meta({ id: 'ContactIdentifier' })

const contact = {
  name: OptionalText,
  firstName: OptionalText,
  departmentName: OptionalText,
  sex: OptionalText,
  description: OptionalText,
  courtesyTitle: OptionalText,
  type: OptionalText,
  birthDate: optional(DateText),
}

export const CreateContactRequest = z
  .object({ ...contact, postalAddress: optional(CreateMailAddress) })
  .meta({ id: 'CreateContactRequest' })
export type CreateContactRequest = z.output<typeof CreateContactRequest>

export const ModifyContactRequest = z
  .object({ ...contact, postalAddress: optional(ModifyMailAddress) })
  .meta({ id: 'ModifyContactRequest' })

/** A contact in the update of its customer: it has no department (contract 7.7). */
export const ModifyCustomerContact = z
  .object(ModifyContactRequest.shape)
  .omit({ departmentName: true })
  .meta({ id: 'ModifyCustomerRequestContact' })

/** The answer to each of the three operations on contacts. */
const named = { contactIdentifier: ContactIdentifier.optional() }
export const CreateContactResponse = z.strictObject(named).meta({ id: 'CreateContactResponse' })
export const ModifyContactResponse = z.strictObject(named).meta({ id: 'ModifyContactResponse' })
export const DeleteContactResponse = z.strictObject(named).meta({ id: 'DeleteContactResponse' })

export const Contact = z
  .strictObject({
    issuerId: z.string().optional(),
    name: z.string().optional(),
    firstName: z.string().optional(),
    departmentName: z.string().optional(),
    sex: z.string().optional(),
    description: z.string().optional(),
    courtesyTitle: z.string().optional(),
    contactIdentifier: ContactIdentifier.optional(),
    type: z.string().optional(),
    birthDate: z.string().meta({ format: 'date' }).optional(),
    postalAddress: MailAddress.optional(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.input<typeof Contact>
