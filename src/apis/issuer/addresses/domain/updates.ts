import { refuseIf } from '../../../../kernel/checks.ts'
import { sometimes } from '../../../../kernel/sometimes.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findCustomer } from '../../customers/domain/customers.ts'
import { remarkLeftOut } from '../../domain/left-out.ts'
import { remarkDeprecated } from '../../domain/remarks.ts'
import { issuerOf } from '../../issuers/domain.ts'
import type { Issuer } from '../../issuers/records.ts'
import { now } from '../../platform/dates.ts'
import { labelChanged, typeChanged } from '../problems/update.ts'
import { type Address, PostalAddress, type Version } from '../records.ts'
import type { ModifyAddressRequest } from '../wire/address-changes.ts'
import { type AddressData, readAddressData } from './address-data.ts'
import { activeAddress, openAddress } from './addresses.ts'
import { checkUsage, linkUsage } from './usages.ts'
import { addVersion, permanentAt, versionsOf } from './versions.ts'

/**
 * Takes the request for the whole of the permanent address, from now on, and gives the address that has it: an inactive
 * one stays as it is, and the active address of its label, a new one if need be, takes its place (decision PUT).
 */
export function updateAddress(workspace: Workspace, address: Address, request: ModifyAddressRequest): Address {
  const customer = findCustomer(workspace, address)
  const issuer = issuerOf(workspace, customer)
  const { addressLabel, addressType, addressUsages = [] } = request
  refuseIf(
    workspace,
    addressLabel !== address.addressLabel,
    labelChanged,
    () => `the label of ${address.id} stays as it is`,
  )
  refuseIf(
    workspace,
    addressType !== address.addressType,
    typeChanged,
    () => `the type of ${address.id} is ${address.addressType}`,
  )
  for (const name of ['issuerAddressExternalReference', 'invalid'] as const)
    if (request[name] !== undefined) remarkDeprecated(workspace, name)
  const data = readAddressData(workspace, issuer, customer, request)
  for (const usage of addressUsages) checkUsage(workspace, issuer, usage)
  const startDate = now(workspace)
  const before = permanentAt(versionsOf(workspace, address), startDate)
  if (before) remarkEmptied(workspace, issuer, before, request, data)
  if (address.status === 'INACTIVE') sometimes('inactive address updated')
  const updated =
    address.status === 'ACTIVE'
      ? address
      : (activeAddress(workspace, customer.id, addressLabel) ??
        openAddress(workspace, customer, { addressLabel, addressType }))
  addVersion(workspace, updated, { temporary: false, startDate, ...data })
  for (const usage of addressUsages) linkUsage(workspace, updated, usage)
  return updated
}

const MEMBERS = Object.keys(PostalAddress.shape) as (keyof PostalAddress)[]
const LINES: readonly string[] = ['line1', 'line2', 'line3', 'line4', 'line5']

/** All members have to be sent again, but for lines that the issuer builds itself (contract 4.23). */
function remarkEmptied(
  workspace: Workspace,
  { lines }: Issuer,
  before: Version,
  { postalAddress, phone }: ModifyAddressRequest,
  after: AddressData,
): void {
  const compulsory = lines === 'compose' ? MEMBERS.filter((name) => !LINES.includes(name)) : MEMBERS
  if (before.postalAddress && postalAddress && after.postalAddress) {
    const change = { before: before.postalAddress, sent: postalAddress, after: after.postalAddress }
    remarkLeftOut(workspace, compulsory, change, 'postalAddress.')
  }
  if (before.phone && phone && after.phone)
    remarkLeftOut(workspace, ['countryCode'], { before: before.phone, sent: phone, after: after.phone }, 'phone.')
}
