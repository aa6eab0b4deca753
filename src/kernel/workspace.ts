import type { Base } from './base.ts'
import { canonical, sha256 } from './canonical.ts'
import { Changes, counterChanges, recordChanges } from './changes.ts'
import { Clock, type ClockStart, type ClockState } from './clock.ts'
import { Counters } from './counters.ts'
import type { Finding } from './finding.ts'
import { type DrawKey, drawUuid } from './random.ts'
import { maskTexts } from './redaction.ts'
import type { Row } from './row.ts'
import { Table, type TableDefinition } from './table.ts'

/** What a workspace starts from, and returns to on reset. */
export type Start = { base: Base; clock: ClockStart }

/** One isolated world: everything that can change is here (decision Workspaces). */
export class Workspace {
  readonly name: string
  readonly #system: () => number
  #start: Start
  #changes = new Changes()
  #tables = new Map<string, Table>()
  #undo: (() => void)[] | undefined
  #clock: Clock
  #correlationStem: string | undefined
  counters: Counters
  /** Where remarks go: the request being served puts its own list here. */
  findings: Finding[] = []
  /** Simulated requests since the last load or reset. */
  requests = 0
  /** Called after anything that the state file holds has changed. */
  onChange: () => void = () => {}

  constructor(name: string, start: Start, system: () => number = Date.now) {
    this.name = name
    this.#system = system
    this.#start = start
    this.#clock = this.#openClock(Clock.start(start.clock))
    this.counters = this.#openCounters()
  }

  get start(): Start {
    return this.#start
  }

  get seed(): number {
    return this.#start.base.seed
  }

  get clock(): Clock {
    return this.#clock
  }

  get changes(): Changes {
    return this.#changes
  }

  table<T extends Row, I extends string>(definition: TableDefinition<T, I>): Table<T, I> {
    let table = this.#tables.get(definition.name)
    if (!table) {
      const base = this.#start.base.tables.get(definition.name)
      table = new Table(definition, base, this.#changes.table(definition.name), this.#undoable) as unknown as Table
      this.#tables.set(definition.name, table)
    }
    return table as unknown as Table<T, I>
  }

  /** Names one draw of this workspace's randomness. */
  draw(kind: string, number: number): DrawKey {
    return { seed: this.seed, kind, number }
  }

  /** A UUID for a request by its number: it repeats after a reset, and one can see which request it was. */
  correlationId(number: number): string {
    this.#correlationStem ??= drawUuid(this.draw('correlation', 0)).slice(0, -12)
    return this.#correlationStem + String(number).padStart(12, '0')
  }

  /** A remark on the request being served. */
  remark(finding: Finding): void {
    this.findings.push(maskTexts(finding))
  }

  /** Back to `start`, all of it; loading a scenario is a reset to another start. */
  reset(start: Start = this.#start): void {
    this.restore(start, new Changes(), Clock.start(start.clock), 0)
  }

  /** Takes over a state as a whole, from a file or a snapshot. */
  restore(start: Start, changes: Changes, clock: ClockState, requests: number): void {
    this.#start = start
    this.#changes = changes
    this.#tables = new Map()
    this.#correlationStem = undefined
    this.#clock = this.#openClock(clock)
    this.counters = this.#openCounters()
    this.requests = requests
    this.onChange()
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
      throw error
    } finally {
      this.#undo = undefined
    }
  }

  /** Whether it is as its start left it. */
  isUnchanged(): boolean {
    const { base, clock } = this.#start
    if (!recordChanges(base, this.#changes).next().done) return false
    if (Object.keys(counterChanges(base, this.#changes)).length) return false
    return canonical(this.#clock.state) === canonical(Clock.start(clock))
  }

  /** SHA-256 over the base's digest and what differs from it (decision Digest). */
  digest(): string {
    const { base } = this.#start
    const records: Record<string, Record<string, Row | null>> = {}
    for (const { type, id, after } of recordChanges(base, this.#changes)) {
      records[type] ??= {}
      records[type][id] = after ?? null
    }
    const differing = { records, counters: counterChanges(base, this.#changes), clock: this.#clock.state }
    return sha256(base.digest + canonical(differing))
  }

  readonly #undoable = (takeBack: () => void): void => {
    this.#undo?.push(takeBack)
  }

  #openClock(state: ClockState): Clock {
    return new Clock(state, this.#system, () => this.onChange())
  }

  #openCounters(): Counters {
    return new Counters(this.#start.base.counters, this.#changes.counters, this.#undoable)
  }
}
