import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { issuerOf } from '../../issuers/domain.ts'
import { now } from '../../platform/dates.ts'
import { invalidationOff, nothingToInvalidate, notPostal, toInvalidateInactive } from '../problems/invalidation.ts'
import { type Address, versions } from '../records.ts'
import { permanentAt, versionsOf } from './versions.ts'

/** Marks the current permanent version; only a new one is valid again (contract 4.24, 4.31). */
export function invalidateAddress(workspace: Workspace, address: Address): void {
  refuseIf(
    workspace,
    address.addressType !== 'POSTAL_MAIL',
    notPostal,
    () => `${address.id} is of type ${address.addressType}`,
  )
  refuseIf(workspace, !issuerOf(workspace, address).invalidation, invalidationOff)
  refuseIf(workspace, address.status === 'INACTIVE', toInvalidateInactive, () => `${address.id} is inactive`)
  const permanent = demand(
    workspace,
    permanentAt(versionsOf(workspace, address), now(workspace)),
    nothingToInvalidate,
    () => `no permanent version of ${address.id} is in force`,
  )
  if (!permanent.invalid) versions(workspace).patch(permanent, { invalid: true })
}
