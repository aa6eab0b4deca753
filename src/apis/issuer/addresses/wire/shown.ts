import type { Address, Usage, Version } from '../records.ts'
import type { AddressUsage, Address as WireAddress } from './address.ts'
import { internationalNumber } from './phone-numbers.ts'

/** Where an answer shows more than the address as it is. */
export type Shown = {
  endDate: string | undefined
  /** In lists of versions only (decision Reading). */
  versionReference?: boolean
  usages?: Usage[] | undefined
}

/** One version of an address, in the order of the contract's members; absent values are left out (contract 5). */
export const addressOf = (address: Address, version: Version, shown: Shown): WireAddress => ({
  issuerId: address.issuerId,
  addressIdentifier: identifierOf(address),
  ...(shown.versionReference && {
    addressVersionIdentifier: { addressVersionReference: version.addressVersionReference },
  }),
  addressLabel: address.addressLabel,
  addressType: address.addressType,
  ...(version.postalAddress && { postalAddress: version.postalAddress }),
  ...(version.emailAddress && { emailAddress: version.emailAddress }),
  ...(version.phone && { phone: phoneOf(version.phone) }),
  ...(shown.usages && { addressUsages: shown.usages.map(usageOf) }),
  status: address.status,
  ...(address.statusDate !== undefined && { statusDate: address.statusDate }),
  startDate: version.startDate,
  ...(shown.endDate !== undefined && { endDate: shown.endDate }),
  ...(version.invalid && { invalid: true }),
  ...(version.temporary && { temporary: true }),
})

export const identifierOf = ({ addressReference, issuerAddressExternalReference: external }: Address) => ({
  addressReference,
  ...(external !== undefined && { issuerAddressExternalReference: external }),
})

export const usageOf = ({ addressUsageName, entityReference, serviceCode }: AddressUsage) => ({
  addressUsageName,
  ...(entityReference !== undefined && { entityReference }),
  serviceCode,
})

/** The international form is the platform's to tell (contract 3 PhoneNumber), where there is one. */
function phoneOf(phone: NonNullable<Version['phone']>) {
  const internationalPhoneNumber = internationalNumber(phone)
  return { ...phone, ...(internationalPhoneNumber !== undefined && { internationalPhoneNumber }) }
}
