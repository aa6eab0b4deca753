import type { Workspace } from '../../../../kernel/workspace.ts'
import type { Customer } from '../../customers/records.ts'
import { now, type WireInstant } from '../../platform/dates.ts'
import type { Address, Version } from '../records.ts'
import { addressesOf } from './addresses.ts'
import { endOf, versionAt, versionsOf } from './versions.ts'

/** An active address as it is now. */
export type CurrentAddress = { address: Address; version: Version; endDate: WireInstant | undefined }

/** The active addresses of a customer that have a version in force (contract 4.48). */
export function currentAddresses(workspace: Workspace, customer: Customer): CurrentAddress[] {
  const present = now(workspace)
  return addressesOf(workspace, customer).flatMap((address) => {
    if (address.status !== 'ACTIVE') return []
    const timeline = versionsOf(workspace, address)
    const version = versionAt(timeline, present)
    return version ? [{ address, version, endDate: endOf(version, timeline) }] : []
  })
}
