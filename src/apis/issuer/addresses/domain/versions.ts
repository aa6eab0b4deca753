import { sometimes } from '../../../../kernel/sometimes.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { nextReference } from '../../domain/next-reference.ts'
import { now, type WireInstant } from '../../platform/dates.ts'
import { type Address, type Version, versions } from '../records.ts'

/** The versions of an address, permanent and temporary, in the order of their making. */
export const versionsOf = (workspace: Workspace, address: Address): Version[] =>
  versions(workspace).by('address', address.id)

/** In order of start, permanent before temporary, oldest first (decision Reading). */
export const inOrder = (timeline: Version[]): Version[] =>
  timeline.toSorted((a, b) => {
    if (a.startDate !== b.startDate) return a.startDate < b.startDate ? -1 : 1
    return Number(a.temporary) - Number(b.temporary)
  })

/** The version in force at an instant: a temporary one, else the permanent one (contract 4.12). */
export const versionAt = (timeline: Version[], at: WireInstant): Version | undefined =>
  timeline.find((version) => version.temporary && isInForce(version, at)) ?? permanentAt(timeline, at)

/** The permanent version that began last, though a temporary one may be in force; of those that began at once, the newest. */
export function permanentAt(timeline: Version[], at: WireInstant): Version | undefined {
  let permanent: Version | undefined
  for (const version of timeline)
    if (!version.temporary && version.startDate <= at && (!permanent || version.startDate >= permanent.startDate))
      permanent = version
  return permanent
}

/** Whether a temporary version's own period has begun and not ended. */
export const isInForce = ({ startDate, endDate = '' }: Version, at: WireInstant): boolean =>
  startDate <= at && at < endDate

/**
 * A temporary version's own end; a permanent one ends where the next one starts (contract 4.14), at its own start where
 * that was at the same instant.
 */
export function endOf(version: Version, timeline: Version[]): WireInstant | undefined {
  if (version.temporary) return version.endDate
  let end: WireInstant | undefined
  let isNewer = false
  for (const { id, temporary, startDate } of timeline) {
    const follows = startDate > version.startDate || (isNewer && startDate === version.startDate)
    if (!temporary && follows && (end === undefined || startDate < end)) end = startDate
    isNewer ||= id === version.id
  }
  return end
}

export type NewVersion = Omit<Version, 'id' | 'addressReference' | 'addressVersionReference' | 'invalid'>

/**
 * Adds a version. A temporary one removes those of the address that it overlaps (contract 4.16), periods that only touch
 * apart; a permanent one replaces one to come that starts at the same instant. One that has begun stays (decision Dates).
 */
export function addVersion(workspace: Workspace, address: Address, version: NewVersion): Version {
  const rows = versions(workspace)
  const present = now(workspace)
  for (const older of versionsOf(workspace, address)) {
    if (!isReplaced(older, version, present)) continue
    if (version.temporary) sometimes('overlap removed')
    else sometimes('version to come replaced')
    rows.remove(older.id)
  }
  const addressVersionReference = nextReference(workspace, 'issuer.versions', rows, 'ADDVER_', 16)
  const row = { addressReference: address.id, addressVersionReference, invalid: false, ...version }
  return rows.put({ id: addressVersionReference, ...row })
}

function isReplaced(older: Version, newer: NewVersion, present: WireInstant): boolean {
  if (older.temporary !== newer.temporary) return false
  if (!newer.temporary) return older.startDate === newer.startDate && older.startDate > present
  return older.startDate < (newer.endDate ?? '') && newer.startDate < (older.endDate ?? '')
}
