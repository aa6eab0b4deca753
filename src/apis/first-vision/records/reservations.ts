import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { FullNumber, OrganizationNumber, recordId } from './record-fields.ts'
import { recordType } from './record-type.ts'

/** A number that the generation service has handed out: it is never handed out again (contract 8 #17). */
export const ReservationRecord = z
  .strictObject({
    organizationNumber: OrganizationNumber,
    kind: z.enum(['customer', 'relationship', 'account', 'billAccount', 'controlAccount', 'card']),
    number: FullNumber,
    /** Of the kinds that a logo numbers; 0 for the others. */
    logo: z.int().min(0).max(998).default(0),
  })
  .transform((written) => ({ id: recordId(written.organizationNumber, written.number), ...written }))

export type Reservation = z.infer<typeof ReservationRecord>

export const reservations = table<Reservation>()({
  name: 'first-vision.reservations',
  indexes: { number: (row) => row.number },
})

export const reservationRecords = recordType(reservations, ReservationRecord)
