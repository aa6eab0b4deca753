import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { KEPT_MEMBERS, type OwnerMember } from '../person/members.ts'
import { FullNumber, OrganizationNumber, recordId } from './record-fields.ts'
import { recordType } from './record-type.ts'

/**
 * What a prior record holds of a person, by names of its own, which the address inquiry shows it under too (contract
 * 4.3).
 */
export const PRIOR_MEMBERS = {
  pmStatementMessageIndicator: 'statementMessageIndicator',
  pmLanguageIndicator: 'languageIndicator',
  pmHomePhone: 'homePhoneNumber',
  pmWorkPhone: 'employerPhoneNumber',
  pmWorkPhoneExtension: 'employerPhoneExtension',
  pmFaxNumber: 'homeFaxPhoneNumber',
  pmMobilePhoneNumber: 'mobilePhoneNumber',
  pmEmailAddress: 'email',
  pmNameTypeIndicator1: 'nameTypeIndicator1',
  pmNameTypeIndicator2: 'nameTypeIndicator2',
  pmNameTypeIndicator3: 'nameTypeIndicator3',
  pmNameLine1: 'nameLine1',
  pmNameLine2: 'nameLine2',
  pmNameLine3: 'nameLine3',
  pmHouseNumber: 'houseNumber',
  pmHouseName: 'houseName',
  pmAddressLine1: 'houseAddress1',
  pmAddressLine2: 'houseAddress2',
  pmAddressLine3: 'houseAddress3',
  pmAddressLine4: 'houseAddress4',
  pmCity: 'city',
  pmStateProvince: 'state',
  pmPostalCode: 'postalCode',
  pmHomeTelephoneFlag: 'homePhoneFlag',
  pmWorkPhoneFlag: 'employerPhoneFlag',
  pmFaxFlag: 'faxPhoneFlag',
  pmMobilePhoneFlag: 'mobilePhoneFlag',
  pmEmailFlag: 'emailFlag',
} as const satisfies Record<string, OwnerMember>

/** A schema or a member of an answer for each of them, made from its length. */
export function eachPriorText<T>(make: (most: number) => T): Record<keyof typeof PRIOR_MEMBERS, T> {
  const made = Object.entries(PRIOR_MEMBERS).map(([name, member]) => [name, make(KEPT_MEMBERS[member].most)])
  return Object.fromEntries(made)
}

const text = (most: number) => z.string().max(most).default('')

type Key = { organizationNumber: number; customerNumber: string; coOwnerIndicator: number; pmDate: string }

export const priorAddressId = ({ organizationNumber, customerNumber, coOwnerIndicator, pmDate }: Key): string =>
  `${recordId(organizationNumber, customerNumber)}-${coOwnerIndicator}-${pmDate}`

/** What a block looked like before an update: one record for a block and day (contract 4.3). */
export const PriorAddressRecord = z
  .strictObject({
    organizationNumber: OrganizationNumber,
    customerNumber: FullNumber,
    /** 1 the owner's, 2 the co-owner's. */
    coOwnerIndicator: z.int().min(1).max(2).default(1),
    pmDate: z.iso.date(),
    ...eachPriorText(text),
  })
  .transform((written) => ({ id: priorAddressId(written), ...written }))

export type PriorAddress = z.infer<typeof PriorAddressRecord>

export const priorAddresses = table<PriorAddress>()({
  name: 'first-vision.prior-addresses',
  indexes: { customer: (row) => recordId(row.organizationNumber, row.customerNumber) },
})

export const priorAddressRecords = recordType(priorAddresses, PriorAddressRecord)
