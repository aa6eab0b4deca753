import type { RecordType } from '../../../kernel/scenario/slice.ts'
import { accountRecords } from './accounts.ts'
import { cardRecords } from './cards.ts'
import { clientRecords } from './clients.ts'
import { customerRecords } from './customers.ts'
import { organizationRecords } from './organizations.ts'
import { priorAddressRecords } from './prior-addresses.ts'
import { relationshipRecords } from './relationships.ts'
import { reservationRecords } from './reservations.ts'

/** What a scenario may hold of First Vision. */
export const RECORD_TYPES: RecordType[] = [
  organizationRecords,
  customerRecords,
  accountRecords,
  cardRecords,
  relationshipRecords,
  priorAddressRecords,
  reservationRecords,
  ...clientRecords,
]
