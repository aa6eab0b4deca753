import type { RecordType } from '../../sandbox/scenario/slice.ts'
import { AccountRecord, accounts } from './records/accounts.ts'
import { CardRecord, cards } from './records/cards.ts'
import { ClientRecord, clients } from './records/clients.ts'
import { CustomerRecord, customers } from './records/customers.ts'
import { OrganizationRecord, organizations } from './records/organizations.ts'
import { PriorAddressRecord, priorAddresses } from './records/prior-addresses.ts'
import { RelationshipRecord, relationships } from './records/relationships.ts'
import { ReservationRecord, reservations } from './records/reservations.ts'

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
