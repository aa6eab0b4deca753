import type { Workspace } from '../../../../kernel/workspace.ts'
import { currentAddresses } from '../../addresses/domain/customer-addresses.ts'
import { usagesOf } from '../../addresses/domain/usages.ts'
import { addressOf, identifierOf } from '../../addresses/wire/shown.ts'
import { contactsOf } from '../../contacts/domain.ts'
import type { Contact } from '../../contacts/records.ts'
import { Contact as WireContact } from '../../contacts/wire.ts'
import { attributesOf } from '../domain/attributes.ts'
import type { Customer, CustomerState } from '../records.ts'
import { CustomerHistory, Customer as WireCustomer } from './customer.ts'

/** What an answer may show beyond the customer's own attributes. */
export type Embedded =
  | 'addressIdentifiers'
  | 'addresses'
  | 'addresses.addressUsages'
  | 'contactIdentifiers'
  | 'contacts'

export const customerIdentifierOf = ({ id, issuerCustomerExternalReference: external }: Customer) => ({
  customerReference: id,
  ...(external !== undefined && { issuerCustomerExternalReference: external }),
})

/** A customer; what is embedded in an embedded member brings that member along. */
export function customerOf(workspace: Workspace, customer: Customer, embed: readonly Embedded[] = []): WireCustomer {
  const { issuerId, lastUpdateDate } = customer
  const current = embed.some((name) => name.startsWith('address')) ? currentAddresses(workspace, customer) : []
  const contacts = embed.some((name) => name.startsWith('contact')) ? contactsOf(workspace, customer) : []
  const has = (wanted: string) => embed.some((name) => name === wanted || name.startsWith(`${wanted}.`))
  return inOrder(WireCustomer, {
    issuerId,
    customerIdentifier: customerIdentifierOf(customer),
    ...attributesOf(customer),
    ...(has('addressIdentifiers') && { addressIdentifiers: current.map(({ address }) => identifierOf(address)) }),
    ...(has('addresses') && {
      addresses: current.map(({ address, version, endDate }) => {
        const usages = has('addresses.addressUsages') ? usagesOf(workspace, address) : undefined
        return addressOf(address, version, { endDate, usages })
      }),
    }),
    ...(has('contactIdentifiers') && { contactIdentifiers: contacts.map(contactIdentifierOf) }),
    ...(has('contacts') && { contacts: contacts.map(contactOf) }),
    lastUpdateDate,
  })
}

/** What a customer was from a date on. */
export const stateOf = (customer: Customer, state: CustomerState): CustomerHistory =>
  inOrder(CustomerHistory, {
    issuerId: customer.issuerId,
    customerIdentifier: customerIdentifierOf(customer),
    effectiveDate: state.effectiveDate,
    ...attributesOf(state),
  })

export const contactIdentifierOf = ({ contactReference }: Contact) => ({ contactReference })

const contactOf = ({ id, customerReference, contactReference, ...contact }: Contact): WireContact =>
  inOrder(WireContact, { ...contact, contactIdentifier: { contactReference } })

/** The members that have a value, in the order of the contract. */
function inOrder<T extends object>({ shape }: { shape: object }, members: T): T {
  const names = Object.keys(shape) as (keyof T)[]
  return Object.fromEntries(names.flatMap((name) => (members[name] === undefined ? [] : [[name, members[name]]]))) as T
}
