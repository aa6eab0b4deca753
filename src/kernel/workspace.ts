import { canonical } from './canonical.ts'
import { Changes } from './changes.ts'
import { Clock, type ClockState } from './clock.ts'
import { Counters } from './counters.ts'
import { digestOver, hashOf, sumOf } from './differences.ts'
import type { Finding } from './finding.ts'
import { Journal } from './journal.ts'
import { type DrawKey, drawUuid } from './random.ts'
import { maskTexts } from './redaction.ts'
import type { Row } from './row.ts'
import { type Auth, isSameStart, type Limits, peculiarities, type Start } from './start.ts'
import type { Trace } from './step.ts'
import { Table, type TableDefinition } from './table.ts'

/** All that a workspace is at one time; a reset puts another in its place. */
type State = {
  readonly start: Start
  readonly changes: Changes
  readonly tables: Map<string, Table>
  readonly clock: Clock
  readonly counters: Counters
  requests: number
  correlationStem: string | undefined
}

/** How many written rows of a table wait to be hashed: what is written again and again is hashed now and then. */
const UNSETTLED = 256

/** One isolated world: everything that can change is here (decision Workspaces). */
export class Workspace {
  readonly name: string
  readonly #system: () => number
  #state: State
  #undo: (() => void)[] | undefined
  /** Where remarks go: the request being served puts its own list here. */
  findings: Finding[] = []
  /** Where look-ups and writes are noted: the request being served puts its own here. */
  trace: Trace | undefined
  /** The last steps, since the last load or reset. */
  readonly journal = new Journal()
  /** Called after anything that the state file holds has changed. Where it throws, the change is taken back. */
  onChange: () => void = () => {}

  constructor(name: string, start: Start, system: () => number = Date.now) {
    this.name = name
    this.#system = system
    this.#state = this.#stateOf(start, new Changes(start.base), Clock.start(start.clock), 0)
  }

  get start(): Start {
    return this.#state.start
  }

  get seed(): number {
    return this.#state.start.base.seed
  }

  get auth(): Auth {
    return this.#state.start.auth
  }

  get limits(): Limits {
    return this.#state.start.limits
  }

  get clock(): Clock {
    return this.#state.clock
  }

  get counters(): Counters {
    return this.#state.counters
  }

  get changes(): Changes {
    return this.#state.changes
  }

  /** Steps since the last load or reset: what the last one was numbered. */
  get requests(): number {
    return this.#state.requests
  }

  set requests(count: number) {
    this.#state.requests = count
  }

  table<T extends Row, I extends string>(definition: TableDefinition<T, I>): Table<T, I> {
    const { tables, changes } = this.#state
    let table = tables.get(definition.name)
    if (!table) {
      table = new Table(
        definition,
        changes.table(definition.name),
        this.#undoable,
        () => this.trace,
      ) as unknown as Table
      tables.set(definition.name, table)
    }
    return table as unknown as Table<T, I>
  }

  /** Names one draw of this workspace's randomness. */
  draw(kind: string, number: number): DrawKey {
    return { seed: this.seed, kind, number }
  }

  /** A UUID for a request by its number: it repeats after a reset, and one can see which request it was. */
  correlationId(number: number): string {
    this.#state.correlationStem ??= drawUuid(this.draw('correlation', 0)).slice(0, -12)
    return this.#state.correlationStem + String(number).padStart(12, '0')
  }

  /** A remark on the request being served. */
  remark(finding: Finding): void {
    this.findings.push(maskTexts(finding))
  }

  /** Back to `start`, all of it; loading a scenario is a reset to another start. */
  reset(start: Start = this.start): void {
    this.restore(start, new Changes(start.base), Clock.start(start.clock), 0)
  }

  /** Takes over a state as a whole, from a file or a snapshot. */
  restore(start: Start, changes: Changes, clock: ClockState, requests: number): void {
    const before = this.#state
    this.#state = this.#stateOf(start, changes, clock, requests)
    try {
      this.onChange()
    } catch (error) {
      this.#state = before
      throw error
    }
    this.journal.clear()
  }

  /**
   * Runs `work` atomically: when it throws, every write is taken back. Synchronous on purpose, so that two requests never
   * interleave inside it.
   */
  transaction<R>(work: () => R): R {
    const undo: (() => void)[] = []
    this.#undo = undo
    try {
      const result = work()
      if (undo.length) this.onChange()
      return result
    } catch (error) {
      for (const takeBack of undo.reverse()) takeBack()
      if (this.trace) this.trace.writes.length = 0
      throw error
    } finally {
      this.#undo = undefined
      this.changes.settle(UNSETTLED)
    }
  }

  /** Whether it is as its start left it. */
  isUnchanged(): boolean {
    const { start, changes, clock } = this.#state
    return !changes.size && canonical(clock.state) === canonical(Clock.start(start.clock))
  }

  /** Whether it is as a workspace is that was just made from `start`. */
  isNew(start: Start): boolean {
    return isSameStart(this.start, start) && this.isUnchanged()
  }

  /** SHA-256 over the base's digest and what differs from it (decision Digest). */
  digest(): string {
    const { start, changes, clock } = this.#state
    const beside = [canonical(['clock', clock.state]), ...peculiarities(start)].map(hashOf)
    return digestOver(start.base.digest, sumOf([changes.sum, ...beside]))
  }

  readonly #undoable = (takeBack: () => void): void => {
    this.#undo?.push(takeBack)
  }

  #stateOf(start: Start, changes: Changes, clock: ClockState, requests: number): State {
    return {
      ...{ start, changes, tables: new Map(), requests, correlationStem: undefined },
      clock: new Clock(clock, this.#system, () => this.onChange()),
      counters: new Counters(start.base.counters, changes, this.#undoable),
    }
  }
}
