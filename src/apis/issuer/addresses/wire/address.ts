import * as z from 'zod'
import { isDate } from '../../platform/dates.ts'
import { OptionalText, optional, Text } from '../../platform/parameters.ts'

// Contract 3: names, order and what is compulsory are the contract's.

export const AddressType = z.enum(['PHONE', 'POSTAL_MAIL', 'E_MAIL'])
export type AddressType = z.infer<typeof AddressType>

/** A date, a date-time, or a time of the issuer's zone without an offset (contract 4.10). */
export const DateText = z
  .string()
  .refine(isDate, 'not an ISO 8601 date or date-time')
  .meta({
    anyOf: [
      { type: 'string', format: 'date' },
      { type: 'string', format: 'date-time' },
      { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?$' },
    ],
  })

export const CreateMailAddress = z
  .object({
    typeCode: OptionalText.meta({ deprecated: true }),
    courtesyTitle: OptionalText,
    line1: OptionalText,
    line2: OptionalText,
    line3: OptionalText,
    line4: OptionalText,
    line5: OptionalText,
    buildingNumber: OptionalText,
    boxNumber: OptionalText,
    streetName: OptionalText,
    postCode: OptionalText,
    townName: OptionalText,
    countrySubdivision: OptionalText,
    country: Text,
  })
  .meta({ id: 'CreateAddressRequestMailAddress' })

/** The same members in updates, of addresses and of contacts. */
export const ModifyMailAddress = z.object(CreateMailAddress.shape).meta({ id: 'ModifyAddressRequestMailAddress' })

export const EmailAddress = z.object({ email: Text }).meta({ id: 'EmailAddress' })

export const CreatePhoneNumber = z
  .object({ countryCode: OptionalText, localPhoneNumber: Text })
  .meta({ id: 'CreateAddressRequestPhoneNumber' })

export const AddressUsage = z
  .object({ addressUsageName: Text, entityReference: OptionalText, serviceCode: Text })
  .meta({ id: 'AddressUsage' })
export type AddressUsage = z.output<typeof AddressUsage>

export const CreateAddressRequest = z
  .object({
    issuerAddressExternalReference: OptionalText,
    addressLabel: Text,
    addressType: AddressType,
    postalAddress: optional(CreateMailAddress),
    emailAddress: optional(EmailAddress),
    phone: optional(CreatePhoneNumber),
    addressUsages: optional(z.array(AddressUsage)),
    startDate: optional(DateText),
    endDate: optional(DateText),
    temporary: optional(z.boolean().meta({ default: false })),
  })
  .meta({ id: 'CreateAddressRequest' })
export type CreateAddressRequest = z.output<typeof CreateAddressRequest>

export const AddressIdentifier = z
  .strictObject({ addressReference: z.string().optional(), issuerAddressExternalReference: z.string().optional() })
  .meta({ id: 'AddressIdentifier' })

export const CreateAddressResponse = z
  .strictObject({ addressIdentifier: AddressIdentifier.optional() })
  .meta({ id: 'CreateAddressResponse' })

/** What is kept of a postal address, in the order of the answers. */
export const POSTAL_MEMBERS = {
  line1: z.string().optional(),
  line2: z.string().optional(),
  line3: z.string().optional(),
  line4: z.string().optional(),
  line5: z.string().optional(),
  buildingNumber: z.string().optional(),
  boxNumber: z.string().optional(),
  streetName: z.string().optional(),
  postCode: z.string().optional(),
  townName: z.string().optional(),
  countrySubdivision: z.string().optional(),
  country: z.string(),
  courtesyTitle: z.string().optional(),
}

export const MailAddress = z
  .strictObject({
    typeCode: z.string().meta({ deprecated: true }).optional(),
    ...POSTAL_MEMBERS,
    countryName: z.string().optional(),
  })
  .meta({ id: 'MailAddress' })

const PhoneNumber = z
  .strictObject({
    countryCode: z.string().optional(),
    localPhoneNumber: z.string(),
    internationalPhoneNumber: z.string().optional(),
  })
  .meta({ id: 'PhoneNumber' })

export const Instant = z.string().meta({ format: 'date-time' })

/** An address as one of its versions has it. */
export const Address = z
  .strictObject({
    issuerId: z.string().optional(),
    addressIdentifier: AddressIdentifier.optional(),
    addressVersionIdentifier: z
      .strictObject({ addressVersionReference: z.string().optional() })
      .meta({ id: 'AddressVersionIdentifier' })
      .optional(),
    addressLabel: z.string(),
    addressType: AddressType,
    postalAddress: MailAddress.optional(),
    emailAddress: z.strictObject({ email: z.string() }).optional(),
    phone: PhoneNumber.optional(),
    addressUsages: z
      .array(
        z.strictObject({
          addressUsageName: z.string(),
          entityReference: z.string().optional(),
          serviceCode: z.string(),
        }),
      )
      .optional(),
    status: z.enum(['ACTIVE', 'INACTIVE']).optional(),
    statusDate: Instant.optional(),
    startDate: Instant.optional(),
    endDate: Instant.optional(),
    invalid: z.boolean().meta({ default: false }).optional(),
    temporary: z.boolean().meta({ default: false }).optional(),
  })
  .meta({ id: 'Address' })
export type Address = z.input<typeof Address>
