import { untilDone } from '../lazy.ts'
import type { BaseTable } from '../states/base.ts'
import { canonical } from '../text/canonical.ts'
import { atOnce } from '../turns.ts'
import { Differences } from './differences.ts'
import { differ, type Row } from './row.ts'

/**
 * A row as it is now (`undefined` = deleted) and its place in the order of creation. `text` is its JSON once it has been
 * written to a file, so that the next write need not make it again.
 */
export type Entry = { row: Row | undefined; ordinal: number; text?: string }

/** How many rows are taken over at once, or into an index; and up to how many an index is built without a pause. */
const ROWS_AT_A_TIME = 500
const INDEXED_AT_ONCE = 4000

/** What was written in one table: rows by id, and the ids of written rows by index name and key. */
export class TableChanges {
  readonly base: BaseTable
  /** The ids of rows that differ from the start: one put back to what it was does not. */
  readonly differing: Differences
  readonly #wrote: () => void
  readonly #rows = new Map<string, Entry>()
  /** What was written since the last cut, as it was then. */
  #befores = new Map<string, Entry | undefined>()
  readonly #followers = new Set<Set<string>>()
  /** What is there beside the start by ordinal, once somebody has asked. */
  #added: (Entry | undefined)[] | undefined
  readonly indexes = new Map<string, Map<string, Set<string>>>()
  /** Indexes that are being built. */
  readonly #building = new Map<string, Generator<undefined, Map<string, Set<string>>>>()
  nextOrdinal = 0
  /** How many rows more than the start there are. */
  growth = 0
  /** Whether `rows` has lost its order: a row taken back after its deletion stands last. */
  #disordered = false

  constructor(name: string, base: BaseTable, wrote: () => void = () => {}) {
    this.base = base
    this.#wrote = wrote
    this.differing = new Differences((id) => this.#difference(name, id))
  }

  get rows(): ReadonlyMap<string, Entry> {
    return this.#rows
  }

  /** Writes a row, or deletes it. What it was before stays as it is. */
  put(id: string, row: Row | undefined): void {
    // Only what the base has needs a mark of its deletion; what comes back after one goes to the end of the order.
    const gone = !row && !this.base.rows.has(id)
    this.replace(id, gone ? undefined : { row, ordinal: this.#rows.get(id)?.ordinal ?? this.nextOrdinal++ })
  }

  /** Puts an entry in the place of what was there; no entry, and the row is as the start has it. */
  replace(id: string, entry: Entry | undefined): void {
    const before = this.#rows.get(id)
    if (!this.#befores.has(id)) this.#befores.set(id, before)
    this.growth -= this.current(id) ? 1 : 0
    if (entry) this.#rows.set(id, entry)
    else this.#rows.delete(id)
    this.growth += this.current(id) ? 1 : 0
    if (this.#added && !this.base.rows.has(id)) {
      if (before) this.#added[before.ordinal] = undefined
      if (entry) this.#added[entry.ordinal] = entry
    }
    for (const written of this.#followers) written.add(id)
    this.differing.wrote(id)
    this.#wrote()
  }

  /**
   * Takes over what is in another, in pieces, between which that may be written in. Then it gives what takes in what was: after
   * it nothing that is written in one is written in the other.
   */
  *takeOver(other: TableChanges): Generator<undefined, () => void> {
    const written = new Set<string>()
    other.#followers.add(written)
    for (const [id, entry] of other.#rows) {
      this.#rows.set(id, entry)
      if (this.#rows.size % ROWS_AT_A_TIME === 0) yield
    }
    yield* this.differing.takeOver(other.differing)
    return () => {
      other.#followers.delete(written)
      this.#disordered = other.#disordered
      this.#takeIn(written, other.#rows)
      this.nextOrdinal = other.nextOrdinal
      this.growth = other.growth
    }
  }

  /** Rows as they are in another table, which they came to in the order of creation. */
  #takeIn(ids: Iterable<string>, rows: ReadonlyMap<string, Entry>): void {
    const entries = [...ids].map((id) => [id, rows.get(id)] as const)
    for (const [id, entry] of entries.sort(([, a], [, b]) => (a?.ordinal ?? 0) - (b?.ordinal ?? 0))) {
      const known = this.#rows.get(id)
      if (known && entry && known.ordinal !== entry.ordinal) this.#disordered = true
      if (entry) this.#rows.set(id, entry)
      else this.#rows.delete(id)
      this.differing.wrote(id)
    }
  }

  /** What was written since the last cut, as it was then; nothing of what is as it was. */
  cut(): ReadonlyMap<string, Entry | undefined> {
    const befores = this.#befores
    this.forget()
    for (const [id, entry] of befores) if (entry === this.#rows.get(id)) befores.delete(id)
    return befores
  }

  /** The same where nobody asks what was written. */
  forget(): void {
    if (this.#befores.size) this.#befores = new Map()
  }

  takeBack(id: string, entry: Entry | undefined): void {
    // It stands in its old place again, which may have been taken at the end meanwhile.
    this.#disordered ||= entry !== undefined && this.#rows.get(id)?.ordinal !== entry.ordinal
    this.replace(id, entry)
  }

  /** `rows` in the order of creation. */
  inOrder(): ReadonlyMap<string, Entry> {
    if (this.#disordered) {
      const entries = [...this.#rows].sort(([, a], [, b]) => a.ordinal - b.ordinal)
      this.#rows.clear()
      for (const [id, entry] of entries) this.#rows.set(id, entry)
      this.#disordered = false
    }
    return this.#rows
  }

  /**
   * Ids of changed rows by index key; built on first use, kept by the table from then on. Where there are many, whoever wants it
   * waits, and so does every write that it matters to.
   */
  index<T extends Row>(name: string, keyOf: (row: T) => string | undefined): Map<string, Set<string>> {
    const known = this.indexes.get(name)
    if (known) return known
    const building = this.#building.get(name) ?? this.#build(name, keyOf as (row: Row) => string | undefined)
    this.#building.set(name, building)
    if (this.#rows.size > INDEXED_AT_ONCE) untilDone(() => !building.next().done)
    return atOnce(building)
  }

  *#build(name: string, keyOf: (row: Row) => string | undefined): Generator<undefined, Map<string, Set<string>>> {
    const index = new Map<string, Set<string>>()
    let count = 0
    for (const [id, { row }] of this.#rows) {
      if (++count % ROWS_AT_A_TIME === 0) yield
      const key = row && keyOf(row)
      if (key === undefined) continue
      const ids = index.get(key)
      if (ids) ids.add(id)
      else index.set(key, new Set([id]))
    }
    this.#building.delete(name)
    this.indexes.set(name, index)
    return index
  }

  /** Where a row stands in the order of creation: after those of the start, unless it is one; -1 where there is none. */
  place(id: string): number {
    const ordinal = this.#rows.get(id)?.ordinal ?? -1
    return this.base.place(id) ?? (ordinal < 0 ? -1 : this.base.rows.size + ordinal)
  }

  /** The row that was added with an ordinal, if it is there. */
  added(ordinal: number): Row | undefined {
    if (!this.#added) {
      this.#added = []
      for (const [id, entry] of this.#rows) if (!this.base.rows.has(id)) this.#added[entry.ordinal] = entry
    }
    return this.#added[ordinal]?.row
  }

  /** The ids of all rows that were written, to be emptied by whoever follows; those that are written from now on join them. */
  follow(): Set<string> {
    const written = new Set(this.#rows.keys())
    this.#followers.add(written)
    return written
  }

  current(id: string): Row | undefined {
    const entry = this.#rows.get(id)
    return entry ? entry.row : this.base.rows.get(id)
  }

  #difference(name: string, id: string): string | undefined {
    const after = this.current(id)
    if (!differ(this.base.rows.get(id), after)) return undefined
    return `["record",${JSON.stringify(name)},${JSON.stringify(id)},${after ? canonical(after) : 'null'}]`
  }
}
