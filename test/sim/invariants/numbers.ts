import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { cards } from '../../../src/apis/first-vision/records/cards.ts'
import { customers } from '../../../src/apis/first-vision/records/customers.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { relationships } from '../../../src/apis/first-vision/records/relationships.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { law, shared } from './law.ts'

type Numbered = { kind: string; number: string; organization: number }

function* numberedIn(world: Workspace): Generator<Numbered> {
  for (const row of customers(world).all())
    yield { kind: 'customer', number: row.customerNumber, organization: row.organizationNumber }
  for (const row of accounts(world).all())
    yield { kind: 'account', number: row.accountNumber, organization: row.organizationNumber }
  for (const row of relationships(world).all())
    yield { kind: 'relationship', number: row.relationshipNumber, organization: row.organizationNumber }
  for (const row of cards(world).all())
    yield { kind: 'card', number: row.cardNumber, organization: row.organizationNumber }
}

/** For each organization the ones that it shares numbers with, and its foreign partner. */
function spacesOf(world: Workspace) {
  const all = [...organizations(world).all()]
  const space = new Map(all.map(({ organizationNumber }) => [organizationNumber, organizationNumber]))
  const partner = new Map(all.map((row) => [row.organizationNumber, row.dualCurrencyOrganizationNumber]))
  for (let changed = true; changed; ) {
    changed = false
    for (const row of all)
      for (const other of [row.customerOrganizationNumber, row.dualCurrencyOrganizationNumber]) {
        const [one, two] = [space.get(row.organizationNumber) as number, space.get(other)]
        if (two === undefined || one === two) continue
        for (const [number, its] of space) if (its === Math.max(one, two)) space.set(number, Math.min(one, two))
        changed = true
      }
  }
  return { space, partner }
}

export const numbers = law(
  'a number is that of one customer, account, relationship or card, or of its two sides',
  (world) => {
    const { space, partner } = spacesOf(world)
    const isDual = (one: number, other: number) => partner.get(one) === other || partner.get(other) === one
    for (const [number, rows] of shared(numberedIn(world), ({ number }) => number))
      for (const [index, one] of rows.entries())
        for (const other of rows.slice(index + 1)) {
          const [here, there] = [one.organization, other.organization]
          if (one.kind !== 'card' && space.get(here) !== space.get(there)) continue
          if (one.kind === other.kind && here !== there && isDual(here, there)) continue
          return `${number} is that of a ${one.kind} in ${here} and of a ${other.kind} in ${there}`
        }
    return undefined
  },
)

export const posted = law(
  'a card posts to an account that is on file, and an account belongs to a customer on file',
  (world) => {
    const known = new Set([...accounts(world).all()].map(({ accountNumber }) => accountNumber))
    const stray = [...cards(world).all()].find(({ accountNumber }) => !known.has(accountNumber))
    if (stray) return `${stray.id} posts to ${stray.accountNumber}`
    const people = new Set([...customers(world).all()].map(({ customerNumber }) => customerNumber))
    const orphan = [...accounts(world).all()].find(
      ({ customerNumber }) => /[1-9]/.test(customerNumber) && !people.has(customerNumber),
    )
    return orphan && `${orphan.id} belongs to ${orphan.customerNumber}`
  },
)
