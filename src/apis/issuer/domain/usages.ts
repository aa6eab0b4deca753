import { refuse } from '../../../sandbox/problem.ts'
import type { Workspace } from '../../../sandbox/workspace.ts'
import type { AddressUsage } from '../fields/address.ts'
import { serviceCodeUnknown, usageNameUnknown } from '../problems/create.ts'
import { type Address, type Usage, usageKey, usages } from '../records/address.ts'
import type { Issuer } from '../records/issuer.ts'

/** The usages of an address; they belong to it, not to a version (design 5, Usages). */
export const usagesOf = (workspace: Workspace, address: Address): Usage[] => usages(workspace).by('address', address.id)

/** Names and services are those of the issuer, each on its own, not as a pair. */
export const checkUsage = (issuer: Issuer, { addressUsageName: name, serviceCode }: AddressUsage): void => {
  if (!issuer.usageNames.includes(name)) refuse(usageNameUnknown, `no address usage '${name}' at this issuer`)
  if (!issuer.serviceCodes.includes(serviceCode))
    refuse(serviceCodeUnknown, `no service '${serviceCode}' at this issuer`)
}

type EntityToCome = { [member in 'entityType' | 'entityRequestCorrelationId']?: Usage[member] }

/** Links a usage at once; where another address of the customer has it, it moves (contract 4.20). */
export const linkUsage = (workspace: Workspace, address: Address, usage: AddressUsage & EntityToCome): void => {
  const { addressUsageName, serviceCode, entityReference, entityType, entityRequestCorrelationId } = usage
  const { customerReference } = address
  const id = usageKey(customerReference, usage)
  const held = usages(workspace).get(id)
  if (held?.addressReference === address.id) return
  if (held) usages(workspace).remove(id)
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

/** Whether an address serves a usage; where no entity is asked for, for any. */
export const serves = (workspace: Workspace, address: Address, wanted: AddressUsage): boolean =>
  usagesOf(workspace, address).some(
    (usage) =>
      usage.addressUsageName === wanted.addressUsageName &&
      usage.serviceCode === wanted.serviceCode &&
      (wanted.entityReference === undefined || usage.entityReference === wanted.entityReference),
  )
