import { refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { MAIN_LABEL } from '../../issuers/records.ts'
import { now } from '../../platform/dates.ts'
import { labelInUse, mainAddressStays, usageLinked } from '../problems/status.ts'
import { type Address, addresses } from '../records.ts'
import { activeAddress } from './addresses.ts'
import { usagesOf } from './usages.ts'

// Periods run on while an address is inactive, so all its versions, temporary ones too, come and go with it
// (decision Activate and deactivate).

export function activateAddress(workspace: Workspace, address: Address): Address {
  if (address.status === 'ACTIVE') return address
  const other = activeAddress(workspace, address.customerReference, address.addressLabel)
  refuseIf(
    workspace,
    other,
    labelInUse,
    (other) => `the label ${address.addressLabel} has the active address ${other.id}`,
  )
  return addresses(workspace).patch(address, { status: 'ACTIVE', statusDate: now(workspace) })
}

export function deactivateAddress(workspace: Workspace, address: Address): Address {
  if (address.status === 'INACTIVE') return address
  refuseIf(workspace, address.addressLabel === MAIN_LABEL, mainAddressStays)
  const [usage] = usagesOf(workspace, address)
  refuseIf(
    workspace,
    usage,
    usageLinked,
    (usage) => `${usage.addressUsageName} of ${usage.serviceCode} is linked to ${address.id}`,
  )
  return addresses(workspace).patch(address, { status: 'INACTIVE', statusDate: now(workspace) })
}
