import { demand, refuseIf } from '../../../../kernel/checks.ts'
import { sometimes } from '../../../../kernel/sometimes.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { now } from '../../platform/dates.ts'
import { versionStays, versionUnknown } from '../problems/version.ts'
import { type Address, type Version, versions } from '../records.ts'
import { isInForce } from './versions.ts'

export function findVersion(workspace: Workspace, address: Address, addressVersionReference: string): Version {
  const version = versions(workspace).get(addressVersionReference)
  const own = version?.addressReference === address.id ? version : undefined
  const unknown = () => `no version ${addressVersionReference} of address ${address.id}`
  return demand(workspace, own, versionUnknown, unknown)
}

/**
 * A version to come disappears, which leaves its predecessor without an end; a temporary one in force ends now and stays
 * listed (contract 4.34, 4.35).
 */
export function removeVersion(workspace: Workspace, version: Version): void {
  const present = now(workspace)
  const isToCome = version.startDate > present
  const stays = !isToCome && !(version.temporary && isInForce(version, present))
  const reason = () => `${version.id} ${version.temporary ? 'has ended' : 'is permanent and has begun'}`
  refuseIf(workspace, stays, versionStays, reason)
  if (isToCome) versions(workspace).remove(version.id)
  else {
    sometimes('temporary version ended early')
    versions(workspace).patch(version, { endDate: present })
  }
}
