import { refuseIf } from '../../../../kernel/checks.ts'
import { sometimes } from '../../../../kernel/sometimes.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { issuerOf } from '../../issuers/domain.ts'
import type { Issuer } from '../../issuers/records.ts'
import { serviceCodeUnknown, usageNameUnknown } from '../problems/create.ts'
import { usageOnInactive, usageUnknown } from '../problems/usage.ts'
import { type Address, type Usage, usageKey, usages } from '../records.ts'
import type { AddressUsage } from '../wire/address.ts'

/** The usages of an address; they belong to it, not to a version (decision Usages). */
export const usagesOf = (workspace: Workspace, address: Address): Usage[] => usages(workspace).by('address', address.id)

/** Names and services are those of the issuer, each on its own, not as a pair. */
export function checkUsage(
  workspace: Workspace,
  issuer: Issuer,
  { addressUsageName: name, serviceCode }: AddressUsage,
): void {
  refuseIf(
    workspace,
    !issuer.usageNames.includes(name),
    usageNameUnknown,
    () => `no address usage '${name}' at this issuer`,
  )
  refuseIf(
    workspace,
    !issuer.serviceCodes.includes(serviceCode),
    serviceCodeUnknown,
    () => `no service '${serviceCode}' at this issuer`,
  )
}

type EntityToCome = { [member in 'entityType' | 'entityRequestCorrelationId']?: Usage[member] }

/** Links a usage at once; where another address of the customer has it, it moves (contract 4.20). */
export function linkUsage(workspace: Workspace, address: Address, usage: AddressUsage & EntityToCome): void {
  const { addressUsageName, serviceCode, entityReference, entityType, entityRequestCorrelationId } = usage
  const { customerReference } = address
  const id = usageKey(customerReference, usage)
  const held = usages(workspace).get(id)
  if (held?.addressReference === address.id) return
  if (held) {
    sometimes('usage moved to another address')
    usages(workspace).remove(id)
  }
  usages(workspace).put({
    id,
    customerReference,
    addressReference: address.id,
    addressUsageName,
    serviceCode,
    ...(entityReference !== undefined && { entityReference }),
    ...(entityRequestCorrelationId !== undefined && { entityType, entityRequestCorrelationId }),
  })
}

/** Links a usage to an address that is there already; it moves as it does on a create (contract 4.21). */
export function addUsage(workspace: Workspace, address: Address, usage: AddressUsage): void {
  checkUsage(workspace, issuerOf(workspace, address), usage)
  refuseIf(workspace, address.status === 'INACTIVE', usageOnInactive, () => `${address.id} is inactive`)
  linkUsage(workspace, address, usage)
}

/** Takes a usage off an address, of all entities where none is named, and gives what went (contract 4.22). */
export function removeUsages(workspace: Workspace, address: Address, unwanted: AddressUsage): Usage[] {
  const removed = usagesOf(workspace, address).filter((usage) => fits(usage, unwanted))
  refuseIf(workspace, !removed.length, usageUnknown, () => {
    const { addressUsageName: name, serviceCode, entityReference: entity } = unwanted
    const named = entity === undefined ? '' : ` for ${entity}`
    return `no usage ${name} of ${serviceCode}${named} at ${address.id}`
  })
  for (const { id } of removed) usages(workspace).remove(id)
  return removed
}

/** Whether an address serves a usage; where no entity is asked for, for any. */
export const serves = (workspace: Workspace, address: Address, wanted: AddressUsage): boolean =>
  usagesOf(workspace, address).some((usage) => fits(usage, wanted))

const fits = (usage: Usage, wanted: AddressUsage): boolean =>
  usage.addressUsageName === wanted.addressUsageName &&
  usage.serviceCode === wanted.serviceCode &&
  (wanted.entityReference === undefined || usage.entityReference === wanted.entityReference)
