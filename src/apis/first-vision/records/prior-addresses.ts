import { z } from 'zod'
import { table } from '../../../sandbox/table.ts'
import { FullNumber, OrganizationNumber, recordId } from './record-fields.ts'

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
    pmStatementMessageIndicator: text(1),
    pmLanguageIndicator: text(3),
    pmHomePhone: text(20),
    pmWorkPhone: text(20),
    pmWorkPhoneExtension: text(6),
    pmFaxNumber: text(20),
    pmMobilePhoneNumber: text(20),
    pmEmailAddress: text(60),
    pmNameTypeIndicator1: text(1),
    pmNameTypeIndicator2: text(1),
    pmNameTypeIndicator3: text(1),
    pmNameLine1: text(40),
    pmNameLine2: text(40),
    pmNameLine3: text(40),
    pmHouseNumber: text(20),
    pmHouseName: text(40),
    pmAddressLine1: text(40),
    pmAddressLine2: text(40),
    pmAddressLine3: text(40),
    pmAddressLine4: text(40),
    pmCity: text(30),
    pmStateProvince: text(3),
    pmPostalCode: text(10),
    pmHomeTelephoneFlag: text(1),
    pmWorkPhoneFlag: text(1),
    pmFaxFlag: text(1),
    pmMobilePhoneFlag: text(1),
    pmEmailFlag: text(1),
  })
  .transform((written) => ({ id: priorAddressId(written), ...written }))

export type PriorAddress = z.infer<typeof PriorAddressRecord>

export const priorAddresses = table<PriorAddress>()({
  name: 'first-vision.prior-addresses',
  indexes: { customer: (row) => recordId(row.organizationNumber, row.customerNumber) },
})
