import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { issuerOf } from '../../issuers/domain.ts'
import { now } from '../../platform/dates.ts'
import { invalidationOff, nothingToInvalidate, notPostal, toInvalidateInactive } from '../problems/invalidation.ts'
import { type Address, versions } from '../records.ts'
import { permanentAt, versionsOf } from './versions.ts'

/** Marks the current permanent version; only a new one is valid again (contract 4.24, 4.31). */
export function invalidateAddress(workspace: Workspace, address: Address): void {
  if (address.addressType !== 'POSTAL_MAIL') refuse(notPostal, `${address.id} is of type ${address.addressType}`)
  if (!issuerOf(workspace, address).invalidation) refuse(invalidationOff)
  if (address.status === 'INACTIVE') refuse(toInvalidateInactive, `${address.id} is inactive`)
  const permanent =
    permanentAt(versionsOf(workspace, address), now(workspace)) ??
    refuse(nothingToInvalidate, `no permanent version of ${address.id} is in force`)
  if (!permanent.invalid) versions(workspace).patch(permanent, { invalid: true })
}
