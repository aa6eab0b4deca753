import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { now } from '../../platform/dates.ts'
import { versionStays, versionUnknown } from '../problems/version.ts'
import { type Address, type Version, versions } from '../records.ts'
import { isInForce } from './versions.ts'

export function findVersion(workspace: Workspace, address: Address, addressVersionReference: string): Version {
  const version = versions(workspace).get(addressVersionReference)
  if (version?.addressReference === address.id) return version
  return refuse(versionUnknown, `no version ${addressVersionReference} of address ${address.id}`)
}

/**
 * A version to come disappears, which leaves its predecessor without an end; a temporary one in force ends now and stays
 * listed (contract 4.34, 4.35).
 */
export function removeVersion(workspace: Workspace, version: Version): void {
  const present = now(workspace)
  if (version.startDate > present) versions(workspace).remove(version.id)
  else if (version.temporary && isInForce(version, present)) versions(workspace).patch(version, { endDate: present })
  else refuse(versionStays, `${version.id} ${version.temporary ? 'has ended' : 'is permanent and has begun'}`)
}
