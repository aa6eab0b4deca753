import { demand, refuseIf } from '../../../../kernel/checks.ts'
import { heedLimits } from '../../../../kernel/limits/heed.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { Customer } from '../../customers/records.ts'
import { remarkCountry } from '../../domain/countries.ts'
import { remarkDeprecated } from '../../domain/remarks.ts'
import type { Issuer } from '../../issuers/records.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import {
  addressDataMissing,
  countryUnknown,
  emailMalformed,
  labelTypeMismatch,
  labelUnknown,
} from '../problems/create.ts'
import { PostalAddress, type Version } from '../records.ts'
import type { CreateAddressRequest } from '../wire/address.ts'
import { composeLines } from './lines.ts'

export type AddressData = Pick<Version, 'postalAddress' | 'emailAddress' | 'phone'>

type SentKind = Pick<CreateAddressRequest, 'addressLabel' | 'addressType'>

/** The type of an address and its data, as callers send them. */
type Sent = Pick<CreateAddressRequest, 'addressType' | 'postalAddress' | 'emailAddress' | 'phone'>

/** The block that each type asks for (contract 4.1). */
const BLOCKS = { POSTAL_MAIL: 'postalAddress', E_MAIL: 'emailAddress', PHONE: 'phone' } as const

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

export function checkLabel(workspace: Workspace, issuer: Issuer, { addressLabel: label, addressType }: SentKind): void {
  const type = Object.hasOwn(issuer.labels, label) ? issuer.labels[label] : undefined
  refuseIf(workspace, !type, labelUnknown, () => `no address label '${label}' at this issuer`)
  refuseIf(
    workspace,
    type !== addressType,
    labelTypeMismatch,
    () => `the label ${label} is of type ${type}, not ${addressType}`,
  )
}

/** Checks the data of an address, and gives what is to be kept of it. */
export function readAddressData(workspace: Workspace, issuer: Issuer, customer: Customer, sent: Sent): AddressData {
  const { addressType: type } = sent
  const block = BLOCKS[type]
  for (const other of Object.values(BLOCKS)) if (other !== block && sent[other]) remarkIgnored(workspace, other, type)
  const data = blockOf(workspace, issuer, customer, sent, block)
  return demand(workspace, data, addressDataMissing, () => `an address of type ${type} needs the block '${block}'`)
}

function blockOf(
  workspace: Workspace,
  issuer: Issuer,
  customer: Customer,
  { postalAddress, emailAddress, phone }: Sent,
  block: (typeof BLOCKS)[keyof typeof BLOCKS],
): AddressData | undefined {
  switch (block) {
    case 'postalAddress':
      return postalAddress && { postalAddress: composed(workspace, issuer, customer, postalAddress) }
    case 'emailAddress':
      return emailAddress && { emailAddress: checkedEmail(workspace, emailAddress.email) }
    case 'phone': {
      if (!phone) return undefined
      const { countryCode, localPhoneNumber } = phone
      return { phone: { ...(countryCode !== undefined && { countryCode }), localPhoneNumber } }
    }
  }
}

function checkedEmail(workspace: Workspace, email: string): { email: string } {
  refuseIf(workspace, !EMAIL.test(email), emailMalformed, () => `'${email}' has not the form aaa@bbb.ccc`)
  return { email }
}

type SentPostalAddress = NonNullable<Sent['postalAddress']>

function composed(workspace: Workspace, issuer: Issuer, customer: Customer, sent: SentPostalAddress): PostalAddress {
  if (issuer.lines !== 'compose') return readPostalAddress(workspace, issuer, sent)
  const lines = { ...sent, ...composeLines(sent, customer) }
  // What was sent has been held against them; what was made of it has not.
  heedLimits(workspace, ISSUER_LIMITS, lines, 'postalAddress.')
  return readPostalAddress(workspace, issuer, lines)
}

/** Checks a postal address, of a customer or of a contact, and gives what is to be kept of it. */
export function readPostalAddress(
  workspace: Workspace,
  { countries }: Issuer,
  { typeCode, ...sent }: SentPostalAddress,
): PostalAddress {
  if (typeCode !== undefined) remarkDeprecated(workspace, 'postalAddress.typeCode')
  if (countries)
    refuseIf(
      workspace,
      !countries.includes(sent.country),
      countryUnknown,
      () => `the country '${sent.country}' is not one of ${countries.join(', ')}`,
    )
  else remarkCountry(workspace, sent.country, 'postalAddress.country')
  const members = Object.keys(PostalAddress.shape) as (keyof PostalAddress)[]
  const given = members.flatMap((member) => (sent[member] === undefined ? [] : [[member, sent[member]]]))
  return Object.fromEntries(given) as PostalAddress
}

const remarkIgnored = (workspace: Workspace, path: string, type: string): void =>
  workspace.remark({
    kind: 'ignored-data',
    message: `'${path}' is no data of an address of type ${type}, and ignored: leave it out, or send another type`,
    path,
  })
