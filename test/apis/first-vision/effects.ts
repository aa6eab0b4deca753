import fc from 'fast-check'
import { expect } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { cards } from '../../../src/apis/first-vision/records/cards.ts'
import { customers } from '../../../src/apis/first-vision/records/customers.ts'
import { relationships } from '../../../src/apis/first-vision/records/relationships.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { ADD, account, card, customer, EMBOSS, GENERATE, generation, OPEN, RELATE, relationship } from './requests.ts'
import { ACTIVATE, activation, REVERSE, reversal } from './stock.ts'

/** What may be asked for; numbers pick from what is on file by then. */
export type Step = {
  does: 'add' | 'open' | 'emboss' | 'relate' | 'generate' | 'activate' | 'reverse' | 'update'
  at: 998 | 997
  dual: boolean
  /** A number that is on file already, of whatever kind, is chosen; else one is drawn. */
  chosen: boolean
  waits: boolean
  who: number
  what: number
  text: string
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record<Step>({
    does: fc.constantFrom('add', 'open', 'emboss', 'relate', 'generate', 'activate', 'reverse', 'update'),
    at: fc.constantFrom(998, 997),
    dual: fc.boolean(),
    chosen: fc.boolean(),
    waits: fc.boolean(),
    who: fc.nat(50),
    what: fc.nat(50),
    text: fc.constantFrom('', ' ', 'Salta', 'Jujuy'),
  }),
  { minLength: 10, maxLength: 30 },
)

const pick = <T>(all: T[], number: number) => all[number % all.length] as T

/** The rows of the two partners, which share their numbers; organization 800 has its own. */
const ofPartners = <T extends { organizationNumber: number }>(rows: Iterable<T>): T[] =>
  [...rows].filter(({ organizationNumber }) => organizationNumber !== 800)

const recordsOf = (workspace: Workspace) => ({
  customers: ofPartners(customers(workspace).all()),
  accounts: ofPartners(accounts(workspace).all()),
  relationships: ofPartners(relationships(workspace).all()),
  cards: ofPartners(cards(workspace).all()),
})

function numbersOf(workspace: Workspace) {
  const records = recordsOf(workspace)
  return {
    customer: records.customers.map(({ customerNumber }) => customerNumber),
    account: records.accounts.map(({ accountNumber }) => accountNumber),
    relationship: records.relationships.map(({ relationshipNumber }) => relationshipNumber),
    card: records.cards.map(({ cardNumber }) => cardNumber),
  }
}

/** A step as a request, on what is on file. */
export function requestOf({ does, at, dual, chosen, waits, who, what, text }: Step, workspace: Workspace) {
  const numbers = numbersOf(workspace)
  const [customerNumber, accountNumber, panToken] = [
    pick(numbers.customer, who),
    pick(numbers.account, what),
    pick(numbers.card, what),
  ]
  const taken = chosen ? pick(Object.values(numbers).flat(), what * 7) : ''
  const organizationNumber = at
  const dualFlag = dual ? '1' : '0'
  const post = (path: string, body: object) => ['POST', path, body] as const
  switch (does) {
    case 'add':
      return post(ADD, customer({ organizationNumber, customerNumber: taken, dualFlag }, { nameTypeIndicator1: 3 }))
    case 'open':
      return post(
        OPEN,
        account({ organization: at, customerNumber, accountNumber: taken, dualBillingFlag: dual ? 1 : 0 }),
      )
    case 'emboss':
      return post(EMBOSS, card(accountNumber, { organizationNumber, currentCardActivation: waits ? 'Y' : 'N' }))
    case 'relate':
      return post(RELATE, relationship({ organizationNumber: String(at), customerNumber, relationshipNumber: taken }))
    case 'generate':
      return post(GENERATE, generation({ organizationNumber, dualIndicator: dualFlag, customerNumbersRequested: 2 }))
    case 'activate':
      return post(ACTIVATE, activation({ organizationNumber, dualFlag: '1', panToken }))
    case 'reverse': {
      const { customerNumber: holder } = accounts(workspace).one('number', accountNumber) ?? { customerNumber }
      const own = cards(workspace).one('account', accountNumber)?.cardNumber ?? panToken
      return ['PUT', REVERSE, reversal(holder, customerNumber, own, { organizationNumber })] as const
    }
    case 'update': {
      const indicator = { demographicDataIndicator: waits ? '1' : '2', foreignUseIndicator: dualFlag }
      return [
        'PUT',
        '/customer',
        { organizationNumber, customerNumber, numberType: '1', ...indicator, city: text },
      ] as const
    }
  }
}

/** No number stands for two things, among all that share them. */
export function expectOneKindEach(workspace: Workspace): void {
  const kinds = new Map<string, string>()
  const shared: string[] = []
  for (const [kind, numbers] of Object.entries(numbersOf(workspace)))
    for (const number of numbers) {
      const former = kinds.get(number) ?? kind
      if (former !== kind) shared.push(`${number} is one of ${former} and one of ${kind}`)
      kinds.set(number, kind)
    }
  expect(shared).toEqual([])
}

/** The two records of an account, and those of a card, say the same of whose they are. */
export function expectBothSidesAgree(workspace: Workspace): void {
  const records = recordsOf(workspace)
  const apart: unknown[] = []
  for (const one of records.accounts)
    for (const side of accounts(workspace).by('number', one.accountNumber))
      if (side.customerNumber !== one.customerNumber) apart.push([one, side])
  for (const one of records.cards)
    for (const side of cards(workspace).by('number', one.cardNumber)) {
      const isSame = side.embosserCurrentFirstUsage === one.embosserCurrentFirstUsage
      if (side.customerNumber !== one.customerNumber || !isSame) apart.push([one, side])
    }
  expect(apart).toEqual([])
}

/** Whose the accounts are, and which cards wait. */
export function heldBy(workspace: Workspace) {
  const records = recordsOf(workspace)
  return {
    accounts: records.accounts.map(({ id, customerNumber }) => `${id} ${customerNumber}`),
    waiting: records.cards.map(({ id, embosserCurrentFirstUsage }) => `${id} ${embosserCurrentFirstUsage}`),
  }
}
