import { inOrder } from '../../platform/in-order.ts'
import type { Contact } from '../records.ts'
import { Contact as WireContact } from './contact.ts'

export const contactIdentifierOf = ({ contactReference }: Contact) => ({ contactReference })

export const contactOf = ({ id, customerReference, contactReference, ...contact }: Contact): WireContact =>
  inOrder(WireContact, { ...contact, contactIdentifier: { contactReference } })
