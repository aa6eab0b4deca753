import * as z from 'zod'
import {
  AddressType,
  CreateMailAddress,
  CreatePhoneNumber,
  DateText,
  EmailAddress,
} from '../../addresses/wire/address.ts'
import { CreateContactRequest, ModifyCustomerContact } from '../../contacts/wire/contact.ts'
import { OptionalText, optional, Text } from '../../platform/parameters.ts'

const YesNo = optional(z.boolean())

const Vulnerability = z.object({ type: Text, comment: OptionalText })

/** What a create and an update may both say. */
const attributes = {
  courtesyTitle: OptionalText,
  secondFirstName: OptionalText,
  sex: OptionalText,
  maidenName: OptionalText,
  offlineRiskCategory: OptionalText,
  onlineRiskCategory: OptionalText,
  maritalStatus: OptionalText,
  birthDate: optional(DateText),
  birthPlace: OptionalText,
  nationality: OptionalText,
  profession: OptionalText,
  employerName: OptionalText,
  employerAddress: OptionalText,
  monthlySalary: OptionalText,
  picture: OptionalText,
  url1: OptionalText,
  url2: OptionalText,
  secretQuestion: OptionalText,
  secretAnswer: OptionalText,
  commercialStatus: OptionalText,
  preferredCorrespondenceLanguage: OptionalText,
  vatNumber: OptionalText,
  vatCountry: OptionalText,
  employee: YesNo,
  partnerExternalReference: OptionalText,
  specificFields: optional(z.record(z.string(), z.string())),
  doNotContact: YesNo,
  vulnerabilities: optional(z.array(Vulnerability)),
  vulnerabilityIndicator: YesNo,
  vulnerabilityNote: OptionalText,
  correspondenceName: OptionalText,
}

/** A usage at the creation of a customer: its entity may still be to come (contract 7.3). */
const AddressUsage = z
  .object({
    addressUsageName: Text,
    entityReference: OptionalText,
    serviceCode: Text,
    entityRequestCorrelationId: OptionalText,
    entityType: optional(z.enum(['ACCOUNT', 'CARD_CONTRACT'])),
  })
  .meta({ id: 'CreateCustomerRequestAddressUsage' })

/** No dates: these addresses start at once (contract 7.4). The type has no enumeration here, but the same values. */
const Address = z
  .object({
    addressLabel: Text,
    addressType: z.string().pipe(AddressType),
    postalAddress: optional(CreateMailAddress),
    emailAddress: optional(EmailAddress),
    phone: optional(CreatePhoneNumber),
    addressUsages: optional(z.array(AddressUsage)),
    issuerAddressExternalReference: OptionalText,
  })
  .meta({ id: 'CreateCustomerRequestAddress' })

export const CreateCustomerRequest = z
  .object({
    issuerCustomerExternalReference: OptionalText,
    firstName: Text,
    lastName: Text,
    ...attributes,
    addresses: z.array(Address),
    contacts: optional(z.array(CreateContactRequest)),
  })
  .meta({ id: 'CreateCustomerRequest' })
export type CreateCustomerRequest = z.output<typeof CreateCustomerRequest>

/** One schema for PUT and PATCH; what a PUT needs is a rule of its own. */
export const ModifyCustomerRequest = z
  .object({
    active: optional(z.boolean().meta({ default: true, deprecated: true })),
    lastName: OptionalText,
    firstName: OptionalText,
    ...attributes,
    customerClass: OptionalText,
    contacts: optional(z.array(ModifyCustomerContact)),
  })
  .meta({ id: 'ModifyCustomerRequest' })
export type ModifyCustomerRequest = z.output<typeof ModifyCustomerRequest>
