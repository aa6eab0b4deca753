import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { Customer } from '../../customers/records.ts'
import { now, type WireInstant } from '../../platform/dates.ts'
import { type Address, addresses, type Version } from '../records.ts'
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

/** The versions in force of a customer's active addresses, in no order that says anything. */
export function currentVersions(workspace: Workspace, customer: Customer, at: WireInstant): Version[] {
  const current: Version[] = []
  for (const address of addresses(workspace).by('customer', customer.id)) {
    const version = address.status === 'ACTIVE' ? versionAt(versionsOf(workspace, address), at) : undefined
    if (version) current.push(version)
  }
  return current
}
