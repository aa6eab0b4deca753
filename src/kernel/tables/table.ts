import type { Trace } from '../journal/step.ts'
import type { BaseTable } from '../states/base.ts'
import { deepFreeze } from './freeze.ts'
import type { Row } from './row.ts'
import type { Entry, TableChanges } from './table-changes.ts'

/** Written as a method's type, so that a table of any rows may stand where the kind of row does not matter. */
type KeyOf<T extends Row> = { of(row: T): string | undefined }['of']

export type TableDefinition<T extends Row = Row, I extends string = string> = {
  /** As `records/{type}` names it, e.g. `issuer.addresses`. */
  name: string
  /** Bookkeeping such as tokens: state like any other, but no record of the platform. */
  hidden?: boolean
  /** Secondary keys: rows that share one are found together. */
  indexes?: Record<I, KeyOf<T>>
}

/** Whatever has tables: a workspace. */
type Tables = { table<T extends Row, I extends string>(definition: TableDefinition<T, I>): Table<T, I> }

export type TableHandle<T extends Row = Row, I extends string = string> = {
  (workspace: Tables): Table<T, I>
  definition: TableDefinition<T, I>
}

/** A typed handle on a table. The kernel keeps rows under the name; only the owner of the handle knows their type. */
export const table =
  <T extends Row>() =>
  <I extends string = never>(definition: TableDefinition<T, I>): TableHandle<T, I> =>
    Object.assign((workspace: Tables) => workspace.table(definition), { definition })

/** One table of one workspace: the shared base under the workspace's own changes. Rows are frozen and replaced whole. */
export class Table<T extends Row = Row, I extends string = string> {
  readonly #definition: TableDefinition<T, I>
  readonly #base: BaseTable
  readonly #changes: TableChanges
  readonly #undoable: (takeBack: () => void) => void
  /** Where what is looked up and written is noted, while a step is carried out. */
  readonly #trace: () => Trace | undefined

  constructor(
    definition: TableDefinition<T, I>,
    changes: TableChanges,
    undoable: (takeBack: () => void) => void,
    trace: () => Trace | undefined = () => undefined,
  ) {
    this.#definition = definition
    this.#base = changes.base
    this.#changes = changes
    this.#undoable = undoable
    // Bookkeeping explains nothing, and holds secrets.
    this.#trace = definition.hidden ? () => undefined : trace
  }

  get(id: string): T | undefined {
    const row = this.#at(id)
    this.#trace()?.look(this.#definition.name, 'id', id, row ? 1 : 0)
    return row
  }

  #at(id: string): T | undefined {
    const changed = this.#changes.rows.get(id)
    return (changed ? changed.row : this.#base.rows.get(id)) as T | undefined
  }

  /** How many rows there are. */
  get size(): number {
    return this.#base.rows.size + this.#changes.growth
  }

  /** How many places there are in the order of creation. */
  get places(): number {
    return this.#base.rows.size + this.#changes.nextOrdinal
  }

  /** The row at a place, if there is one. */
  at(place: number): T | undefined {
    const start = this.#base.inOrder[place]
    if (!start) return this.#changes.added(place - this.#base.rows.size) as T | undefined
    const { rows } = this.#changes
    const changed = rows.size ? rows.get(start.id) : undefined
    return (changed ? changed.row : start) as T | undefined
  }

  /** Every row, in the order of creation. */
  *all(): Generator<T> {
    for (const id of this.#base.rows.keys()) {
      const row = this.#at(id)
      if (row) yield row
    }
    for (const [id, { row }] of this.#changes.inOrder()) if (row && !this.#base.rows.has(id)) yield row as T
  }

  /** The rows with this key, in the order of creation. */
  by(index: I, key: string): T[] {
    const keyOf = this.#keyOf(index)
    const found: T[] = []
    const { rows } = this.#changes
    for (const start of this.#base.by(index, keyOf, key) ?? []) {
      const changed = rows.get(start.id)
      const row = (changed ? changed.row : start) as T | undefined
      if (row && (row === start || keyOf(row) === key)) found.push(row)
    }
    const written = this.#changes.index(index, keyOf).get(key)
    if (written) this.#join(found, written, (start) => keyOf(start) === key)
    this.#trace()?.look(this.#definition.name, index, key, found.length)
    return found
  }

  /** Puts written rows in their places among those of the start that were found already. */
  #join(found: T[], written: Iterable<string>, isFound: (start: T) => boolean): void {
    const added: Entry[] = []
    const before = found.length
    for (const id of written) {
      const entry = this.#changes.rows.get(id) as Entry
      const start = this.#base.rows.get(id) as T | undefined
      if (!start) added.push(entry)
      else if (!isFound(start)) found.push(entry.row as T)
    }
    if (found.length > before) found.sort((a, b) => this.#changes.place(a.id) - this.#changes.place(b.id))
    for (const { row } of added.sort((a, b) => a.ordinal - b.ordinal)) found.push(row as T)
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
    if (this.#at(id)) this.#replace(id, undefined)
  }

  #replace(id: string, row: T | undefined): void {
    const changes = this.#changes
    // What is not indexed yet is to be waited for before anything is written.
    for (const index in this.#definition.indexes) changes.index(index, this.#keyOf(index))
    this.#trace()?.wrote(this.#definition.name, id, this.#at(id), row)
    const before = changes.rows.get(id)
    this.#reindex(id, before?.row as T | undefined, row)
    changes.put(id, row)
    this.#undoable(() => {
      this.#reindex(id, row, before?.row as T | undefined)
      changes.takeBack(id, before)
    })
  }

  #reindex(id: string, before: T | undefined, after: T | undefined): void {
    for (const index in this.#definition.indexes) {
      const keyOf = this.#keyOf(index)
      const [from, to] = [before && keyOf(before), after && keyOf(after)]
      if (from === to) continue
      const keys = this.#changes.index(index, keyOf)
      if (from !== undefined) {
        const ids = keys.get(from)
        ids?.delete(id)
        if (!ids?.size) keys.delete(from)
      }
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
