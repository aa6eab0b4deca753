import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { currentAddresses } from '../../addresses/domain/customer-addresses.ts'
import { usagesOf } from '../../addresses/domain/usages.ts'
import { addressOf, identifierOf } from '../../addresses/wire/shown.ts'
import { contactsOf } from '../../contacts/domain.ts'
import { contactIdentifierOf, contactOf } from '../../contacts/wire/shown.ts'
import { inOrder } from '../../platform/in-order.ts'
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
