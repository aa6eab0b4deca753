import * as z from 'zod'
import { Address, AddressIdentifier, Instant } from '../../addresses/wire/address.ts'
import { Contact, ContactIdentifier } from '../../contacts/wire/contact.ts'

// Contract 3: names, order and what is compulsory are the contract's.

const Text = z.string().optional()
const YesNo = z.boolean().optional()

export const CustomerIdentifier = z
  .strictObject({ customerReference: Text, issuerCustomerExternalReference: Text })
  .meta({ id: 'CustomerIdentifier' })

const Vulnerability = z.strictObject({ type: z.string(), comment: Text }).meta({ id: 'Vulnerability' })

const person = {
  birthDate: Instant.optional(),
  birthPlace: Text,
  commercialStatus: Text,
  courtesyTitle: Text,
  customerClass: Text,
  doNotContact: YesNo,
  employee: YesNo,
  employerAddress: Text,
  employerName: Text,
  firstName: Text,
  lastName: Text,
  maidenName: Text,
  correspondenceName: Text,
  maritalStatus: Text,
  monthlySalary: Text,
  nationality: Text,
  offlineRiskCategory: z.string(),
  onlineRiskCategory: z.string(),
  partnerExternalReference: Text,
  picture: Text,
  preferredCorrespondanceLanguage: z.string().meta({ deprecated: true }).optional(),
  preferredCorrespondenceLanguage: Text,
  profession: Text,
  secondFirstName: Text,
  secretAnswer: Text,
  secretQuestion: Text,
  sex: Text,
  specificFields: z.record(z.string(), z.string()).optional(),
  url1: Text,
  url2: Text,
  vatCountry: Text,
  vatNumber: Text,
}

const vulnerable = {
  vulnerabilities: z.array(Vulnerability).optional(),
  vulnerabilityIndicator: YesNo,
  vulnerabilityNote: Text,
}

/** What is kept of a person; the deprecated spelling of the language is not. */
export const Attributes = z
  .strictObject({ ...person, ...vulnerable })
  .omit({ preferredCorrespondanceLanguage: true })
  .required({ firstName: true, lastName: true, commercialStatus: true })
export type Attributes = z.infer<typeof Attributes>
export const ATTRIBUTES = Object.keys(Attributes.shape) as (keyof Attributes)[]

export const Customer = z
  .strictObject({
    issuerId: Text,
    customerIdentifier: CustomerIdentifier.optional(),
    active: z.boolean().meta({ deprecated: true }).optional(),
    ...person,
    addressIdentifiers: z.array(AddressIdentifier).optional(),
    addresses: z.array(Address).optional(),
    ...vulnerable,
    contactIdentifiers: z.array(ContactIdentifier).optional(),
    contacts: z.array(Contact).optional(),
    lastUpdateDate: Instant.optional(),
  })
  .meta({ id: 'Customer' })
export type Customer = z.input<typeof Customer>

/** The customer as an update, or the creation, left it. */
export const CustomerHistory = z
  .strictObject({
    issuerId: Text,
    customerIdentifier: CustomerIdentifier.optional(),
    effectiveDate: Instant.optional(),
    ...person,
    ...vulnerable,
  })
  .meta({ id: 'CustomerHistory' })
export type CustomerHistory = z.input<typeof CustomerHistory>

export const CreateCustomerResponse = z
  .strictObject({ customerIdentifier: CustomerIdentifier, customer: Customer.optional() })
  .meta({ id: 'CreateCustomerResponse' })

export const ModifyCustomerResponse = z
  .strictObject({ customerIdentifier: CustomerIdentifier })
  .meta({ id: 'ModifyCustomerResponse' })
