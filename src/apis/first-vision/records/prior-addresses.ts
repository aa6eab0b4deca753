import * as z from 'zod'
import { table } from '../../../kernel/table.ts'
import { FullNumber, OrganizationNumber, recordId } from './record-fields.ts'

/** What is kept of a block, as texts of these lengths; the address inquiry shows it under the same names (contract 4.3). */
const PRIOR_TEXTS = {
  pmStatementMessageIndicator: 1,
  pmLanguageIndicator: 3,
  pmHomePhone: 20,
  pmWorkPhone: 20,
  pmWorkPhoneExtension: 6,
  pmFaxNumber: 20,
  pmMobilePhoneNumber: 20,
  pmEmailAddress: 60,
  pmNameTypeIndicator1: 1,
  pmNameTypeIndicator2: 1,
  pmNameTypeIndicator3: 1,
  pmNameLine1: 40,
  pmNameLine2: 40,
  pmNameLine3: 40,
  pmHouseNumber: 20,
  pmHouseName: 40,
  pmAddressLine1: 40,
  pmAddressLine2: 40,
  pmAddressLine3: 40,
  pmAddressLine4: 40,
  pmCity: 30,
  pmStateProvince: 3,
  pmPostalCode: 10,
  pmHomeTelephoneFlag: 1,
  pmWorkPhoneFlag: 1,
  pmFaxFlag: 1,
  pmMobilePhoneFlag: 1,
  pmEmailFlag: 1,
}

/** Makes something of each of them, by its length. */
export function eachPriorText<T>(make: (most: number) => T): Record<keyof typeof PRIOR_TEXTS, T> {
  const made = Object.entries(PRIOR_TEXTS).map(([member, most]) => [member, make(most)])
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
