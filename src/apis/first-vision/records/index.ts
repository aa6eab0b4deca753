import type { RecordType } from '../../../kernel/scenario/slice.ts'
import { AccountRecord, accounts } from './accounts.ts'
import { CardRecord, cards } from './cards.ts'
import { ClientRecord, clients } from './clients.ts'
import { CustomerRecord, customers } from './customers.ts'
import { OrganizationRecord, organizations } from './organizations.ts'
import { PriorAddressRecord, priorAddresses } from './prior-addresses.ts'
import { RelationshipRecord, relationships } from './relationships.ts'
import { ReservationRecord, reservations } from './reservations.ts'

/** What a scenario may hold of First Vision. */
export const RECORD_TYPES: RecordType[] = [
  { table: organizations, schema: OrganizationRecord },
  { table: customers, schema: CustomerRecord },
  { table: accounts, schema: AccountRecord },
  { table: cards, schema: CardRecord },
  { table: relationships, schema: RelationshipRecord },
  { table: priorAddresses, schema: PriorAddressRecord },
  { table: reservations, schema: ReservationRecord },
  { table: clients, schema: ClientRecord },
]
