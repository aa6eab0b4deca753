import type { Base } from './base.ts'
import { canonical } from './canonical.ts'
import type { Row } from './row.ts'

/**
 * A row as it is now (`undefined` = deleted) and its place in the order of creation. `text` is its JSON once it has been
 * written to a file, so that the next write need not make it again.
 */
export type Entry = { row: Row | undefined; ordinal: number; text?: string }

/** What differs in one table: rows by id, and the ids of changed rows by index name and key. */
export class TableChanges {
  readonly rows = new Map<string, Entry>()
  nextOrdinal = 0
  readonly indexes = new Map<string, Map<string, Set<string>>>()
  /** Whether `rows` has lost its order: a row taken back after its deletion stands last. */
  #disordered = false

  takeBack(id: string, entry: Entry): void {
    this.#disordered ||= !this.rows.has(id)
    this.rows.set(id, entry)
  }

  /** `rows` in the order of creation. */
  inOrder(): ReadonlyMap<string, Entry> {
    if (this.#disordered) {
      const entries = [...this.rows].sort(([, a], [, b]) => a.ordinal - b.ordinal)
      this.rows.clear()
      for (const [id, entry] of entries) this.rows.set(id, entry)
      this.#disordered = false
    }
    return this.rows
  }

  /** Ids of changed rows by index key; built on first use, kept by the table from then on. */
  index<T extends Row>(name: string, keyOf: (row: T) => string | undefined): Map<string, Set<string>> {
    let index = this.indexes.get(name)
    if (!index) {
      index = new Map()
      for (const [id, { row }] of this.rows) {
        const key = row && keyOf(row as T)
        if (key === undefined) continue
        const ids = index.get(key)
        if (ids) ids.add(id)
        else index.set(key, new Set([id]))
      }
      this.indexes.set(name, index)
    }
    return index
  }
}

/** All that a workspace adds to its base, but for its clock. */
export class Changes {
  readonly tables = new Map<string, TableChanges>()
  readonly counters = new Map<string, number>()

  table(name: string): TableChanges {
    let table = this.tables.get(name)
    if (!table) {
      table = new TableChanges()
      this.tables.set(name, table)
    }
    return table
  }
}

export type RecordChange = { type: string; id: string; before?: Row; after?: Row }

/** The rows that differ from the base; one put back to what it was is no change. */
export function* recordChanges(base: Base, changes: Changes): Generator<RecordChange> {
  for (const [type, table] of changes.tables) {
    const start = base.tables.get(type)?.rows
    for (const [id, { row: after }] of table.rows) {
      const before = start?.get(id)
      if (before ? !after || (before !== after && canonical(before) !== canonical(after)) : after)
        yield { type, id, ...(before && { before }), ...(after && { after }) }
    }
  }
}

/** The counters that differ from the base. */
export const counterChanges = (base: Base, changes: Changes): Record<string, number> =>
  Object.fromEntries([...changes.counters].filter(([kind, value]) => value !== (base.counters[kind] ?? 0)))
