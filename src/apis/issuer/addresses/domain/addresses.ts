import { demand, refuseIf } from '../../../../kernel/checks.ts'
import { sometimes } from '../../../../kernel/sometimes.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { Customer } from '../../customers/records.ts'
import { nextReference } from '../../domain/next-reference.ts'
import { issuerOf } from '../../issuers/domain.ts'
import { MAIN_LABEL } from '../../issuers/records.ts'
import { externalKey } from '../../platform/external-reference.ts'
import { externalReferenceTaken } from '../problems/create.ts'
import { addressUnknown } from '../problems/reading.ts'
import { type Address, addresses } from '../records.ts'
import type { CreateAddressRequest } from '../wire/address.ts'
import { checkLabel, readAddressData } from './address-data.ts'
import { readPeriod } from './periods.ts'
import { checkUsage, linkUsage } from './usages.ts'
import { addVersion } from './versions.ts'

/** Callers name an address by the platform's reference or by the issuer's. */
export type AddressKey = { addressReference?: string | undefined; issuerAddressExternalReference?: string | undefined }

export function findAddress(workspace: Workspace, customer: Customer, key: AddressKey): Address {
  const { addressReference: own, issuerAddressExternalReference: external } = key
  const address =
    external === undefined ? addresses(workspace).get(own ?? '') : byExternal(workspace, customer, external)
  const named = () => own ?? `with external reference ${external}`
  const isTheirs = address?.customerReference === customer.id
  const unknown = () => `no address ${named()} of customer ${customer.id}`
  return demand(workspace, isTheirs ? address : undefined, addressUnknown, unknown)
}

/** All addresses of a customer: in order of creation, the main one first (decision Reading). */
export const addressesOf = (workspace: Workspace, customer: Customer): Address[] =>
  addresses(workspace)
    .by('customer', customer.id)
    .toSorted((a, b) => Number(b.addressLabel === MAIN_LABEL) - Number(a.addressLabel === MAIN_LABEL))

/**
 * Creates an address, or a version of the active one of the label (contract 4.6; decision Identity). Checks everything
 * that the request says before it looks at what is on file.
 */
export function createAddress(workspace: Workspace, customer: Customer, request: CreateAddressRequest): Address {
  const issuer = issuerOf(workspace, customer)
  checkLabel(workspace, issuer, request)
  const data = readAddressData(workspace, issuer, customer, request)
  const { addressUsages = [], issuerAddressExternalReference: external } = request
  for (const usage of addressUsages) checkUsage(workspace, issuer, usage)
  const existing = activeAddress(workspace, customer.id, request.addressLabel)
  const period = readPeriod(workspace, issuer, request, !existing)
  const address = existing
    ? withExternalReference(workspace, customer, existing, external)
    : openAddress(workspace, customer, request)
  addVersion(workspace, address, { ...period, ...data })
  for (const usage of addressUsages) linkUsage(workspace, address, usage)
  return address
}

/** The address a label means: at most one per customer is active. */
export const activeAddress = (workspace: Workspace, customerReference: string, label: string): Address | undefined =>
  addresses(workspace)
    .by('customer', customerReference)
    .find((address) => address.addressLabel === label && address.status === 'ACTIVE')

type NewAddress = Pick<CreateAddressRequest, 'addressLabel' | 'addressType' | 'issuerAddressExternalReference'>

/** An address that has no version yet. */
export function openAddress(
  workspace: Workspace,
  customer: Customer,
  { addressLabel, addressType, issuerAddressExternalReference: external }: NewAddress,
): Address {
  if (external !== undefined) refuseTaken(workspace, customer, external)
  const rows = addresses(workspace)
  const addressReference = nextReference(workspace, 'issuer.addresses', rows, `ADDREF_${addressLabel}_`, 16)
  return rows.put({
    id: addressReference,
    issuerId: customer.issuerId,
    customerReference: customer.id,
    addressReference,
    ...(external !== undefined && { issuerAddressExternalReference: external }),
    addressLabel,
    addressType,
    status: 'ACTIVE',
  })
}

/** A create on a label in use gives the address its external reference, in place of the one that it had. */
function withExternalReference(
  workspace: Workspace,
  customer: Customer,
  address: Address,
  external: string | undefined,
): Address {
  const held = address.issuerAddressExternalReference
  if (external === undefined || external === held) return address
  refuseTaken(workspace, customer, external)
  if (held !== undefined) {
    sometimes('external reference replaced')
    workspace.remark({
      kind: 'replaced-reference',
      message: `the external reference of ${address.id} was ${held}, and is now ${external}`,
      path: 'issuerAddressExternalReference',
    })
  }
  return addresses(workspace).patch(address, { issuerAddressExternalReference: external })
}

function refuseTaken(workspace: Workspace, customer: Customer, external: string): void {
  refuseIf(
    workspace,
    byExternal(workspace, customer, external),
    externalReferenceTaken,
    () => `another address of the issuer has the external reference ${external}`,
  )
}

const byExternal = (workspace: Workspace, { issuerId }: Customer, external: string): Address | undefined =>
  addresses(workspace).one('external', externalKey(issuerId, external))
