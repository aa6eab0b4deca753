import { type BaseTable, EMPTY_TABLE } from './base.ts'
import type { Entry, TableChanges } from './changes.ts'
import { deepFreeze } from './freeze.ts'
import type { Workspace } from './workspace.ts'

export type Row = { readonly id: string }

export type TableDefinition<T extends Row = Row, I extends string = string> = {
  /** As `records/{type}` names it, e.g. `issuer.addresses`. */
  name: string
  /** Bookkeeping such as tokens: state like any other, but no record of the platform. */
  hidden?: boolean
  /** Secondary keys: rows that share one are found together. */
  indexes?: Record<I, (row: T) => string | undefined>
}

export type TableHandle<T extends Row = Row, I extends string = string> = {
  (workspace: Workspace): Table<T, I>
  definition: TableDefinition<T, I>
}

/** A typed handle on a table. The kernel keeps rows under the name; only the owner of the handle knows their type. */
export const table =
  <T extends Row>() =>
  <I extends string = never>(definition: TableDefinition<T, I>): TableHandle<T, I> =>
    Object.assign((workspace: Workspace) => workspace.table(definition), { definition })

/** One table of one workspace: the shared base under the workspace's own changes. Rows are frozen and replaced whole. */
export class Table<T extends Row = Row, I extends string = string> {
  readonly #definition: TableDefinition<T, I>
  readonly #base: BaseTable
  readonly #changes: TableChanges
  readonly #undoable: (takeBack: () => void) => void

  constructor(
    definition: TableDefinition<T, I>,
    base: BaseTable | undefined,
    changes: TableChanges,
    undoable: (takeBack: () => void) => void,
  ) {
    this.#definition = definition
    this.#base = base ?? EMPTY_TABLE
    this.#changes = changes
    this.#undoable = undoable
  }

  get(id: string): T | undefined {
    const changed = this.#changes.rows.get(id)
    return (changed ? changed.row : this.#base.rows.get(id)) as T | undefined
  }

  /** Every row, in the order of creation. */
  *all(): Generator<T> {
    for (const id of this.#base.rows.keys()) {
      const row = this.get(id)
      if (row) yield row
    }
    for (const [id, { row }] of this.#changes.rows) if (row && !this.#base.rows.has(id)) yield row as T
  }

  /** The rows with this key, in the order of creation. */
  by(index: I, key: string): T[] {
    const keyOf = this.#keyOf(index)
    const found: T[] = []
    const start = this.#base.index(index, keyOf).get(key)
    if (start)
      for (const id of start) {
        const row = this.get(id)
        if (row && keyOf(row) === key) found.push(row)
      }
    const changed = this.#changes.indexes.get(index)?.get(key)
    if (!changed) return found
    const entries: Entry[] = []
    for (const id of changed) if (!start?.includes(id)) entries.push(this.#changes.rows.get(id) as Entry)
    for (const { row } of entries.sort((a, b) => a.ordinal - b.ordinal)) found.push(row as T)
    return found
  }

  /** The only row with this key, or the first. */
  one(index: I, key: string): T | undefined {
    return this.by(index, key)[0]
  }

  put(row: T): T {
    this.#replace(row.id, deepFreeze(row))
    return row
  }

  patch(row: T, changes: Partial<T>): T {
    return this.put({ ...row, ...changes })
  }

  remove(id: string): void {
    if (this.get(id)) this.#replace(id, undefined)
  }

  #replace(id: string, row: T | undefined): void {
    const { rows } = this.#changes
    const before = rows.get(id)
    this.#reindex(id, before?.row as T | undefined, row)
    // A row that comes back after its deletion is a new one: it goes to the end of the order.
    const again = before && !before.row && !this.#base.rows.has(id)
    if (again) rows.delete(id)
    rows.set(id, { row, ordinal: before && !again ? before.ordinal : this.#changes.nextOrdinal++ })
    this.#undoable(() => {
      this.#reindex(id, row, before?.row as T | undefined)
      if (before) rows.set(id, before)
      else rows.delete(id)
    })
  }

  #reindex(id: string, before: T | undefined, after: T | undefined): void {
    for (const index in this.#definition.indexes) {
      const keyOf = this.#keyOf(index)
      const [from, to] = [before && keyOf(before), after && keyOf(after)]
      if (from === to) continue
      let keys = this.#changes.indexes.get(index)
      if (!keys) {
        keys = new Map()
        this.#changes.indexes.set(index, keys)
      }
      if (from !== undefined) keys.get(from)?.delete(id)
      if (to === undefined) continue
      const ids = keys.get(to)
      if (ids) ids.add(id)
      else keys.set(to, new Set([id]))
    }
  }

  #keyOf(index: I): (row: T) => string | undefined {
    const keyOf = this.#definition.indexes?.[index]
    if (!keyOf) throw new Error(`${this.#definition.name} has no index ${index}`)
    return keyOf
  }
}
