import { instant } from '../../kernel/clock.ts'
import type { Band, TimelineSource, TimelineVersion } from '../../kernel/timeline.ts'
import type { Workspace } from '../../kernel/workspaces/workspace.ts'
import { findOrganization } from './domain/organizations.ts'
import type { Block } from './domain/prior-addresses.ts'
import type { Owner, OwnerMember } from './person/members.ts'
import { type Customer, customers } from './records/customers.ts'
import { PRIOR_MEMBERS, type PriorAddress, priorAddresses } from './records/prior-addresses.ts'

/** Prior and current addresses of owner and co-owner, a band each (contract 4.3; decision Timelines). */
export const addressTimeline: TimelineSource = {
  type: customers.definition.name,
  of(workspace, id) {
    const customer = customers(workspace).get(id)
    if (!customer) return undefined
    const { nameLine1 } = customer.ownerData
    return {
      title: `${nameLine1 ?? ''} ${id}`.trim(),
      // The platform's days are those of universal time.
      zone: 'UTC',
      now: workspace.clock.now(),
      bands: [bandOf(workspace, customer, 'ownerData'), bandOf(workspace, customer, 'coOwnerData')],
    }
  },
}

const LABELS = { ownerData: 'Owner', coOwnerData: 'Co-owner' }

function bandOf(workspace: Workspace, customer: Customer, block: Block): Band {
  const note = noteOf(workspace, customer, block)
  return {
    id: block,
    label: LABELS[block],
    usages: [],
    versions: versionsOf(workspace, customer, block),
    removed: [],
    reads: [],
    ...(note !== undefined && { note }),
  }
}

/** A prior record is dated on the day that ended it; what came before the first is not known. */
function versionsOf(workspace: Workspace, customer: Customer, block: Block): TimelineVersion[] {
  const prior = priorAddresses(workspace)
    .by('customer', customer.id)
    .filter(({ coOwnerIndicator }) => coOwnerIndicator === (block === 'ownerData' ? 1 : 2))
    .sort((a, b) => (a.pmDate < b.pmDate ? -1 : 1))
  const ends = prior.map(({ pmDate }) => instant(pmDate))
  const versionOf = (id: string, place: number, person: Owner): TimelineVersion => ({
    id,
    temporary: false,
    invalid: false,
    from: ends[place - 1],
    until: ends[place],
    text: textOf(person),
  })
  const versions = prior.map((record, place) => versionOf(record.id, place, personBefore(record)))
  const current = customer[block]
  return current ? [...versions, versionOf(customer.id, prior.length, current)] : versions
}

const personBefore = (record: PriorAddress): Owner =>
  Object.fromEntries(
    Object.entries(PRIOR_MEMBERS).map(([name, member]: [string, OwnerMember]) => [
      member,
      record[name as keyof typeof PRIOR_MEMBERS],
    ]),
  )

function textOf(person: Owner): string {
  const { houseNumber, houseName, houseAddress1, houseAddress2, houseAddress3, houseAddress4 } = person
  const { postalCode, city, state } = person
  const town = [postalCode, city, state].filter(Boolean).join(' ')
  const lines = [houseNumber, houseName, houseAddress1, houseAddress2, houseAddress3, houseAddress4, town]
  return lines.filter(Boolean).join(', ')
}

function noteOf(workspace: Workspace, customer: Customer, block: Block): string | undefined {
  if (block === 'coOwnerData')
    return customer.coOwnerData ? 'the address inquiry shows the owner alone' : 'there is no co-owner'
  const organization = findOrganization(workspace, customer.organizationNumber)
  return organization?.priorAddressIndicator === 'N' ? 'prior addresses are off: none is kept or shown' : undefined
}
