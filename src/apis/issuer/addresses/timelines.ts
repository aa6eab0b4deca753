import { instant } from '../../../kernel/clock.ts'
import { stepOf } from '../../../kernel/journal/journal.ts'
import type { Band, Read, Timeline, TimelineSource, TimelineVersion } from '../../../kernel/timeline.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { type Customer, customers } from '../customers/records.ts'
import { issuerOf } from '../issuers/domain.ts'
import { addressesOf } from './domain/addresses.ts'
import { usagesOf } from './domain/usages.ts'
import { endOf, inOrder, versionAt, versionsOf } from './domain/versions.ts'
import { type Address, addresses, type Usage, type Version, versions } from './records.ts'

/** The addresses of a customer, and one of them, along time (decision Timelines). */
export const addressTimelines: TimelineSource[] = [
  {
    type: customers.definition.name,
    of(workspace, id, removed) {
      const customer = customers(workspace).get(id)
      return customer && timelineOf(workspace, customer, together(addressesOf(workspace, customer)), removed)
    },
  },
  {
    type: addresses.definition.name,
    of(workspace, id, removed) {
      const address = addresses(workspace).get(id)
      const customer = address && customers(workspace).get(address.customerReference)
      return customer && timelineOf(workspace, customer, [address], removed)
    },
  },
]

/** Addresses of one label side by side, the one in use first; else in the order given. */
const together = (listed: Address[]): Address[] =>
  [...new Set(listed.map(({ addressLabel }) => addressLabel))].flatMap((label) =>
    listed
      .filter(({ addressLabel }) => addressLabel === label)
      .sort((a, b) => Number(b.status === 'ACTIVE') - Number(a.status === 'ACTIVE')),
  )

function timelineOf(workspace: Workspace, customer: Customer, shown: Address[], removed: boolean): Timeline {
  const gone = removed ? removedVersions(workspace) : []
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(' ')
  return {
    title: `${name} ${customer.id}`.trim(),
    zone: issuerOf(workspace, customer).timeZone,
    now: workspace.clock.now(),
    bands: shown.map((address) => bandOf(workspace, address, gone)),
  }
}

function bandOf(workspace: Workspace, address: Address, gone: Removed[]): Band {
  const timeline = versionsOf(workspace, address)
  return {
    id: address.id,
    label: address.addressLabel,
    status: {
      name: address.status,
      inUse: address.status === 'ACTIVE',
      since: address.statusDate === undefined ? undefined : instant(address.statusDate),
    },
    usages: usagesOf(workspace, address).map(usageText),
    versions: inOrder(timeline).map((version) => shownVersion(version, endOf(version, timeline))),
    removed: gone
      .filter(({ version }) => version.addressReference === address.id)
      .map(({ version, step }) => ({ ...shownVersion(version, version.endDate), step })),
    reads: readsOf(timeline),
  }
}

/** What the single read answers, asked of the domain at each instant at which that can change. */
function readsOf(timeline: Version[]): Read[] {
  const edges = timeline.flatMap(({ startDate, endDate }) =>
    endDate === undefined ? [startDate] : [startDate, endDate],
  )
  const reads: Read[] = [{ from: undefined, until: undefined, version: undefined }]
  for (const edge of [...new Set(edges)].sort()) {
    const last = reads.at(-1)
    const version = versionAt(timeline, edge)?.id
    if (!last || last.version === version) continue
    last.until = instant(edge)
    reads.push({ from: last.until, until: undefined, version })
  }
  return reads
}

const shownVersion = (version: Version, end: string | undefined): TimelineVersion => ({
  id: version.id,
  temporary: version.temporary,
  invalid: version.invalid,
  from: instant(version.startDate),
  until: end === undefined ? undefined : instant(end),
  text: textOf(version),
})

function textOf({ postalAddress, emailAddress, phone }: Version): string {
  if (emailAddress) return emailAddress.email
  if (phone) return joined(' ', phone.countryCode, phone.localPhoneNumber)
  if (!postalAddress) return ''
  const { line1, line2, line3, line4, line5, ...rest } = postalAddress
  const { streetName, buildingNumber, boxNumber, postCode, townName, country } = rest
  const street = joined(' ', streetName, buildingNumber)
  const parts = joined(', ', street, boxNumber, joined(' ', postCode, townName), country)
  return streetName || townName ? parts : joined(', ', line1, line2, line3, line4, line5) || parts
}

const usageText = ({ addressUsageName, serviceCode, entityReference, entityRequestCorrelationId: request }: Usage) =>
  joined(' · ', addressUsageName, serviceCode, entityReference ?? (request && `to come by ${request}`))

const joined = (between: string, ...parts: (string | undefined)[]): string => parts.filter(Boolean).join(between)

type Removed = { version: Version; step: number }

/** The versions that steps which the journal keeps have removed, and that are not there again, in order of start. */
function removedVersions(workspace: Workspace): Removed[] {
  const found = new Map<string, Removed>()
  for (const entry of workspace.journal.kept)
    for (const { type, id, before, after } of entry.trace?.changes() ?? [])
      if (type === versions.definition.name && !after && !versions(workspace).get(id))
        found.set(id, { version: before as Version, step: stepOf(entry).id })
  return [...found.values()].sort((a, b) => (a.version.startDate < b.version.startDate ? -1 : 1))
}
