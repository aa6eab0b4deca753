import { accounts } from '../../src/apis/first-vision/records/accounts.ts'
import { cards } from '../../src/apis/first-vision/records/cards.ts'
import { customers } from '../../src/apis/first-vision/records/customers.ts'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import {
  ADD,
  account,
  card,
  customer,
  EMBOSS,
  GENERATE,
  generation,
  OPEN,
  RELATE,
  relationship,
  UPDATE,
  update,
} from '../apis/first-vision/requests.ts'
import { ACTIVATE, activation, REVERSE, reversal } from '../apis/first-vision/stock.ts'

type Sent = [method: string, path: string, body: object]

/** Numbers on file in organization 998, one of which is picked. */
class OnFile {
  readonly #world: Workspace | undefined
  readonly #pick: number

  constructor(world: Workspace | undefined, pick: number) {
    this.#world = world
    this.#pick = pick
  }

  get isEven(): boolean {
    return this.#pick % 2 === 0
  }

  get customer(): string {
    return this.#one(this.#customers.map(({ customerNumber }) => customerNumber))
  }

  /** The one that was added last. */
  get newcomer(): string {
    return this.#customers.at(-1)?.customerNumber ?? '1'
  }

  /** Where that one does not live. */
  get elsewhere(): string {
    return this.#customers.at(-1)?.ownerData.city === 'Salta' ? 'Jujuy' : 'Salta'
  }

  /** One of nobody's, to whom stock belongs. */
  get generic(): string {
    const generic = this.#customers.filter(({ ownerData }) => String(ownerData.nameTypeIndicator1) === '3')
    return this.#one(generic.map(({ customerNumber }) => customerNumber))
  }

  get account(): string {
    const open = this.#world ? [...accounts(this.#world).all()].filter(isOurs) : []
    return this.#one(open.map(({ accountNumber }) => accountNumber))
  }

  /** A card that waits for its activation, or does not. */
  card(waits: boolean): string {
    const issued = this.#world ? [...cards(this.#world).all()].filter(isOurs) : []
    const meant = issued.filter(({ embosserCurrentFirstUsage }) => (embosserCurrentFirstUsage === '1') === waits)
    return this.#one(meant.map(({ cardNumber }) => cardNumber))
  }

  get #customers() {
    return this.#world ? [...customers(this.#world).all()].filter(isOurs) : []
  }

  /** Counted from the one that was added last. */
  #one(numbers: string[]): string {
    return numbers.at(-1 - ((this.#pick >> 1) % numbers.length)) ?? '1'
  }
}

const isOurs = ({ organizationNumber }: { organizationNumber: number }): boolean => organizationNumber === 998

const both = (isDual: boolean) => (isDual ? { dualFlag: '1' } : {})

/** What belongs to what was made before: people, what they hold, and cards that nobody has bought yet. */
const BOARDING = {
  customer: ({ isEven }) => ['POST', ADD, customer({ organizationNumber: 998, ...both(isEven) })],
  generic: ({ isEven }) => {
    return ['POST', ADD, customer({ organizationNumber: 998, ...both(isEven) }, { nameTypeIndicator1: 3 })]
  },
  account: ({ customer, isEven }) => {
    return ['POST', OPEN, account({ customerNumber: customer, dualBillingFlag: isEven ? 1 : 0 })]
  },
  stock: ({ generic, isEven }) => {
    return ['POST', OPEN, account({ customerNumber: generic, dualBillingFlag: isEven ? 1 : 0 })]
  },
  card: ({ account }) => ['POST', EMBOSS, card(account)],
  waiting: ({ account }) => ['POST', EMBOSS, card(account, { currentCardActivation: 'Y' })],
  activation: (on) => ['POST', ACTIVATE, activation({ panToken: on.card(true), ...both(on.isEven) })],
  reversal: (on) => ['PUT', REVERSE, reversal(on.newcomer, on.generic, on.card(false))],
  move: ({ newcomer, elsewhere }) => ['PUT', UPDATE, update(newcomer, { city: elsewhere })],
  relationship: ({ customer }) => ['POST', RELATE, relationship({ customerNumber: customer })],
  generation: () => ['POST', GENERATE, generation({ cardNumbersRequested: 2 })],
} satisfies Record<string, (on: OnFile) => Sent>

export type Boarding = keyof typeof BOARDING

/** What a bank does in this order: it has a card made for nobody, sells it, and takes it back. */
export const SALE: readonly Boarding[] = ['generic', 'stock', 'waiting', 'activation', 'reversal']

export const BOARDINGS = Object.keys(BOARDING) as Boarding[]

export const boarded = (what: Boarding, world: Workspace | undefined, pick: number): Sent =>
  (BOARDING[what] as (on: OnFile) => Sent)(new OnFile(world, pick))
