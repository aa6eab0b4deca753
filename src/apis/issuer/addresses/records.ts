import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { externalIn } from '../platform/external-reference.ts'
import { recordType, WrittenInstant } from '../platform/record-type.ts'
import { AddressType, POSTAL_MEMBERS } from './wire/address.ts'

/** What does not change with a version: whose address it is, under which label, and whether it is in use. */
export const AddressRecord = z.strictObject({
  issuerId: z.string(),
  customerReference: z.string(),
  addressReference: z.string(),
  issuerAddressExternalReference: z.string().optional(),
  addressLabel: z.string(),
  addressType: AddressType,
  status: z.enum(['ACTIVE', 'INACTIVE']).default('ACTIVE'),
  /** Of the last change of status (contract 4.17); none before the first. */
  statusDate: WrittenInstant.optional(),
})

export type Address = z.output<typeof AddressRecord> & { id: string }

export const addresses = table<Address>()({
  name: 'issuer.addresses',
  indexes: {
    customer: (row) => row.customerReference,
    external: externalIn('issuerAddressExternalReference'),
  },
})

/** A postal address as it is kept. */
export const PostalAddress = z.strictObject(POSTAL_MEMBERS)
export type PostalAddress = z.infer<typeof PostalAddress>

/** The address as it is from `startDate` on. Permanent ones have no end of their own: the next one ends them. */
export const VersionRecord = z.strictObject({
  addressReference: z.string(),
  addressVersionReference: z.string(),
  temporary: z.boolean().default(false),
  startDate: WrittenInstant,
  endDate: WrittenInstant.optional(),
  invalid: z.boolean().default(false),
  postalAddress: PostalAddress.optional(),
  emailAddress: z.strictObject({ email: z.string() }).optional(),
  phone: z.strictObject({ countryCode: z.string().optional(), localPhoneNumber: z.string() }).optional(),
})

const WrittenVersion = VersionRecord.refine(
  ({ temporary, endDate }) => temporary === (endDate !== undefined),
  'a temporary version has an end, a permanent one has none',
)

export type Version = z.output<typeof VersionRecord> & { id: string }

export const versions = table<Version>()({
  name: 'issuer.versions',
  indexes: { address: (row) => row.addressReference },
})

const UsageRecord = z.strictObject({
  customerReference: z.string(),
  addressReference: z.string(),
  addressUsageName: z.string(),
  serviceCode: z.string(),
  entityReference: z.string().optional(),
  /** Where the entity is still to come: what it will be, and the id of the request that makes it (contract 7.3). */
  entityType: z.enum(['ACCOUNT', 'CARD_CONTRACT']).optional(),
  entityRequestCorrelationId: z.string().optional(),
})

export type Usage = z.output<typeof UsageRecord> & { id: string }

type UsageIdentity = Omit<Usage, 'id' | 'customerReference' | 'addressReference'>

/** What a usage is within its customer: no entity is a value of its own (decision Usages). */
export function usageKey(
  customerReference: string,
  {
    serviceCode,
    addressUsageName,
    entityReference = '',
    entityType,
    entityRequestCorrelationId: request,
  }: UsageIdentity,
): string {
  const key = [customerReference, serviceCode, addressUsageName, entityReference]
  return [...key, ...(request === undefined ? [] : [entityType, request])].join('|')
}

export const usages = table<Usage>()({
  name: 'issuer.usages',
  indexes: { address: (row) => row.addressReference },
})

export const addressRecords = [
  recordType(addresses, AddressRecord, (row) => row.addressReference),
  recordType(versions, WrittenVersion, (row) => row.addressVersionReference),
  recordType(usages, UsageRecord, (row) => usageKey(row.customerReference, row)),
]
