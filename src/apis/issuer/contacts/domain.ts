import { demand, refuseIf } from '../../../kernel/checks.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { readPostalAddress } from '../addresses/domain/address-data.ts'
import type { Customer } from '../customers/records.ts'
import { remarkLeftOut } from '../domain/left-out.ts'
import { nextReference } from '../domain/next-reference.ts'
import { remarkingIn } from '../domain/remarks.ts'
import { issuerOf } from '../issuers/domain.ts'
import { birthDay } from '../platform/dates.ts'
import { contactNameMissing, contactUnknown } from './problems.ts'
import { type Contact, ContactData, contacts } from './records.ts'
import type { CreateContactRequest } from './wire/contact.ts'

/** The contacts of a customer, in the order of creation. */
export const contactsOf = (workspace: Workspace, customer: Customer): Contact[] =>
  contacts(workspace).by('customer', customer.id)

export function findContact(workspace: Workspace, customer: Customer, contactReference: string): Contact {
  const contact = contacts(workspace).get(contactReference)
  const own = contact?.customerReference === customer.id ? contact : undefined
  return demand(workspace, own, contactUnknown, () => `no contact ${contactReference} of customer ${customer.id}`)
}

export function createContact(workspace: Workspace, customer: Customer, request: CreateContactRequest): Contact {
  const data = readContact(workspace, customer, request)
  const rows = contacts(workspace)
  const contactReference = nextReference(workspace, 'issuer.contacts', rows, 'CON', 11)
  const { issuerId, id: customerReference } = customer
  return rows.put({ id: contactReference, issuerId, customerReference, contactReference, ...data })
}

/** Creates contacts that are sent with their customer. */
export function createContacts(workspace: Workspace, customer: Customer, requests: CreateContactRequest[]): void {
  for (const [index, request] of requests.entries())
    remarkingIn(`contacts.${index}`, workspace, () => createContact(workspace, customer, request))
}

const MEMBERS = Object.keys(ContactData.shape) as (keyof ContactData)[]

/** Empties what the request leaves out. */
export function modifyContact(workspace: Workspace, contact: Contact, request: CreateContactRequest): Contact {
  const data = readContact(workspace, contact, request)
  remarkLeftOut<ContactData>(workspace, MEMBERS, { before: contact, sent: request, after: data })
  const { id, issuerId, customerReference, contactReference } = contact
  return contacts(workspace).put({ id, issuerId, customerReference, contactReference, ...data })
}

export const removeContact = (workspace: Workspace, contact: Contact): void => contacts(workspace).remove(contact.id)

/** Puts a list of contacts in the place of those on file; each gets a reference of its own (contract 7.7). */
export function replaceContacts(workspace: Workspace, customer: Customer, requests: CreateContactRequest[]): void {
  for (const contact of contactsOf(workspace, customer)) removeContact(workspace, contact)
  createContacts(workspace, customer, requests)
}

/** Checks a contact, and gives what is to be kept of it. */
function readContact(workspace: Workspace, of: { issuerId: string }, sent: CreateContactRequest): ContactData {
  refuseIf(workspace, sent.name === undefined && sent.departmentName === undefined, contactNameMissing)
  const { birthDate, postalAddress } = sent
  const data: ContactData = {
    ...sent,
    birthDate: birthDate && birthDay(birthDate),
    postalAddress: postalAddress && readPostalAddress(workspace, issuerOf(workspace, of), postalAddress),
  }
  return Object.fromEntries(MEMBERS.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])))
}
