import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { WrittenOwner } from '../person/members.ts'
import { DateOrNone, FullNumber, OrganizationNumber, recordId } from './record-fields.ts'
import { recordType } from './record-type.ts'

/** A name and address record: the owner, and a co-owner where there is one (contract 3). */
export const CustomerRecord = z
  .strictObject({
    /** The organization that keeps the customer. */
    organizationNumber: OrganizationNumber,
    customerNumber: FullNumber,
    /** 0 active, 1 closed, 2 purge pending. */
    status: z.int().min(0).max(2).default(0),
    /** C conversion, O online, U user, S service, T transfer. */
    source: z.enum(['C', 'O', 'U', 'S', 'T']).default('C'),
    vipStatus: z.int().min(0).max(1).default(0),
    sicCode: z.int().min(0).max(999_999).default(0),
    /** 1 where the partner organization has it too. */
    dualFlag: z.enum(['0', '1']).default('0'),
    dateLastMaintenance: DateOrNone,
    dateLastAddressChange: DateOrNone,
    ownerData: WrittenOwner,
    coOwnerData: WrittenOwner.optional(),
  })
  .transform((written) => ({ id: recordId(written.organizationNumber, written.customerNumber), ...written }))

export type Customer = z.infer<typeof CustomerRecord>

export const customers = table<Customer>()({
  name: 'first-vision.customers',
  indexes: { number: (row) => row.customerNumber },
})

export const customerRecords = recordType(customers, CustomerRecord)
