import { Clock, type ClockState } from '../clock.ts'
import { Counters } from '../counters.ts'
import type { Trace } from '../journal/step.ts'
import { drawUuid } from '../random.ts'
import { Changes } from '../tables/changes.ts'
import type { Row } from '../tables/row.ts'
import { Table, type TableDefinition } from '../tables/table.ts'
import type { Change } from '../tables/transactions.ts'
import { canonical } from '../text/canonical.ts'
import { digestOf, type Snapshot } from './snapshot.ts'
import type { Start } from './start.ts'

/** What a state tells its workspace, and asks of it. */
export type Surroundings = {
  /** Milliseconds since the epoch. */
  system(): number
  change: Change
  /** How to take a write back, while a transaction runs. */
  undoable(takeBack: () => void): void
  trace(): Trace | undefined
}

/** All that a workspace is at one time; a reset puts another in its place. */
export class State {
  readonly start: Start
  readonly changes: Changes
  readonly clock: Clock
  readonly counters: Counters
  /** The number of the last step. */
  requests: number
  readonly #surroundings: Surroundings
  readonly #tables = new Map<string, Table>()
  #correlationStem: string | undefined
  #digest: { version: number; clock: ClockState; text: string } | undefined

  constructor({ start, changes, clock, requests }: Snapshot, surroundings: Surroundings) {
    this.start = start
    this.changes = changes
    this.requests = requests
    this.#surroundings = surroundings
    this.clock = new Clock(clock, surroundings.system, surroundings.change)
    this.counters = new Counters(start.base.counters, changes, surroundings.undoable)
  }

  static startOf(start: Start): Snapshot {
    const { base, clock, origin } = start
    if (origin) return { start, changes: origin.changes.copy(), clock: origin.clock, requests: 0 }
    return { start, changes: new Changes(base), clock: Clock.start(clock), requests: 0 }
  }

  table<T extends Row, I extends string>(definition: TableDefinition<T, I>): Table<T, I> {
    const known = this.#tables.get(definition.name)
    if (known) return known as unknown as Table<T, I>
    const { undoable, trace } = this.#surroundings
    const table = new Table(definition, this.changes.table(definition.name), undoable, trace)
    this.#tables.set(definition.name, table as unknown as Table)
    return table
  }

  /** All but the last digits of the UUIDs that requests are named by. */
  get correlationStem(): string {
    this.#correlationStem ??= drawUuid({ seed: this.start.base.seed, kind: 'correlation', number: 0 }).slice(0, -12)
    return this.#correlationStem
  }

  /** Whether it is as its start left it. */
  isUnchanged(): boolean {
    const { origin } = this.start
    if (origin) return !this.changes.hasLeft(origin.changes) && this.digest() === origin.digest
    return !this.changes.differ && canonical(this.clock.state) === canonical(Clock.start(this.start.clock))
  }

  /** Made again only when something was written. */
  digest(): string {
    const { changes, clock } = this
    if (this.#digest?.version === changes.version && this.#digest.clock === clock.state) return this.#digest.text
    const text = digestOf(this.parts)
    this.#digest = { version: changes.version, clock: clock.state, text }
    return text
  }

  /** What it is now, its changes its own still. */
  get parts(): Snapshot {
    const { start, changes, clock, requests } = this
    return { start, changes, clock: clock.state, requests }
  }
}

/** Whether a state is as its start left it, whatever was asked of it. */
export const isUntouched = ({ start, changes, clock }: Snapshot): boolean =>
  !changes.differ && canonical(clock) === canonical(Clock.start(start.clock))
