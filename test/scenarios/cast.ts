import { z } from 'zod'
import type { Base } from '../../src/kernel/states/base.ts'

const Numbers = z.array(z.string().length(19)).optional()

/** What a cast member is on each platform. */
const Handles = z.looseObject({
  firstVision: z
    .strictObject({
      organizationNumber: z.int(),
      customerNumber: z.string().length(19),
      accounts: Numbers,
      cards: Numbers,
      relationships: Numbers,
    })
    .optional(),
  issuer: z
    .strictObject({
      issuerId: z.string(),
      customerReference: z.string(),
      issuerCustomerExternalReference: z.string().optional(),
      addresses: z.array(z.string()).optional(),
    })
    .optional(),
})

type Found = Record<string, unknown>

/** What a story says of someone and the records do not. */
export function untruths(member: unknown, { tables }: Base): string[] {
  const { firstVision, issuer } = Handles.parse(member)
  const rows = (type: string, wanted: Found) =>
    [...(tables.get(type)?.rows.values() ?? [])]
      .map((row) => row as Found)
      .filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value))
  const present = (type: string, wanted: Found) =>
    rows(type, wanted).length === 1 ? [] : [`${type}: not one ${JSON.stringify(wanted)}`]
  const complete = (type: string, kept: unknown[], listed: string[] = []) =>
    [...kept].sort().join() === [...listed].sort().join() ? [] : [`${type}: ${kept.join()}, not ${listed.join()}`]
  const found: string[] = []
  if (firstVision) {
    const { accounts, cards, relationships, ...customer } = firstVision
    const { organizationNumber } = customer
    const own = rows('first-vision.accounts', customer)
    const numbers = own.map(({ accountNumber }) => accountNumber)
    // A card without a customer of its own is the account's customer's.
    const isTheirs = (card: Found) => numbers.includes(card.accountNumber) && /^0*$/.test(String(card.customerNumber))
    const others = rows('first-vision.cards', { organizationNumber }).filter(isTheirs)
    const ownCards = [...rows('first-vision.cards', customer), ...others].map(({ cardNumber }) => cardNumber)
    // Their own, and those that their accounts are under.
    const over = own.map(({ relationshipNumber }) => relationshipNumber)
    const isRelated = (one: Found) =>
      one.customerNumber === customer.customerNumber || over.includes(one.relationshipNumber)
    const related = rows('first-vision.relationships', { organizationNumber })
      .filter(isRelated)
      .map(({ relationshipNumber }) => relationshipNumber)
    found.push(
      ...present('first-vision.customers', customer),
      ...complete('first-vision.accounts', numbers, accounts),
      ...complete('first-vision.cards', ownCards, cards),
      ...complete('first-vision.relationships', related, relationships),
    )
  }
  if (issuer) {
    const { addresses, ...customer } = issuer
    const { issuerId, customerReference } = customer
    const known = rows('issuer.addresses', { issuerId, customerReference })
    found.push(
      ...present('issuer.customers', customer),
      ...complete(
        'issuer.addresses',
        known.map(({ addressReference }) => addressReference),
        addresses,
      ),
    )
  }
  return found
}
