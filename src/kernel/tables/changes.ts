import type { SearchDefinition } from '../search/definition.ts'
import { WorldSearch } from '../search/world-search.ts'
import { type Base, type BaseTable, EMPTY_TABLE } from '../states/base.ts'
import { atOnce, inTurns } from '../turns.ts'
import { Differences, sumOf } from './differences.ts'
import { differ, type Row } from './row.ts'
import { type Entry, TableChanges } from './table-changes.ts'

/** What was written between two cuts, as it was before: what it takes to take it back. */
export type Written = {
  tables: [name: string, entries: ReadonlyMap<string, Entry | undefined>][]
  counters: ReadonlyMap<string, number | undefined>
}

/** All that a workspace adds to its base, but for its clock. */
export class Changes {
  readonly #base: Base
  readonly tables = new Map<string, TableChanges>()
  readonly counters = new Map<string, number>()
  readonly #searches = new Map<SearchDefinition, WorldSearch>()
  /** The kinds of counters that differ from the start. */
  readonly counting: Differences
  #version = 0
  #content: object | undefined
  #counted = new Map<string, number | undefined>()
  #cutVersion = 0

  constructor(base: Base) {
    this.#base = base
    this.counting = new Differences((kind) => {
      const value = this.counters.get(kind)
      const differs = value !== undefined && value !== (base.counters[kind] ?? 0)
      return differs ? JSON.stringify(['counter', kind, value]) : undefined
    })
  }

  /** As long as it stands, nothing was written. */
  get version(): number {
    return this.#version
  }

  /** The same for what was copied from the other, until either is written in. */
  get content(): object {
    this.#content ??= {}
    return this.#content
  }

  get isEmpty(): boolean {
    return !this.counters.size && [...this.tables.values()].every(({ rows }) => !rows.size)
  }

  table(name: string): TableChanges {
    let table = this.tables.get(name)
    if (!table) {
      table = new TableChanges(name, this.#base.tables.get(name) ?? EMPTY_TABLE, this.#wrote)
      this.tables.set(name, table)
    }
    return table
  }

  search(definition: SearchDefinition): WorldSearch {
    let search = this.#searches.get(definition)
    if (!search) {
      search = new WorldSearch(definition, this.#base, this)
      this.#searches.set(definition, search)
    }
    return search
  }

  /** Sets a counter; without a value it is as the start has it. */
  count(kind: string, value: number | undefined): void {
    if (!this.#counted.has(kind)) this.#counted.set(kind, this.counters.get(kind))
    this.#wrote()
    if (value === undefined) this.counters.delete(kind)
    else this.counters.set(kind, value)
    this.counting.wrote(kind)
  }

  /** The same, to be changed by itself. What was not cut yet stays with the original. */
  copy(): Changes {
    return atOnce(this.#copied())
  }

  /** The same, made while requests are served: it is what this is when `use` is called with it, and nothing comes between. */
  copyInTurns<R>(use: (copy: Changes) => R): Promise<R> {
    return inTurns(this.#copied(), use)
  }

  *#copied(): Generator<undefined, Changes> {
    const copy = new Changes(this.#base)
    const lasts: (() => void)[] = []
    for (const [name, table] of this.tables) lasts.push(yield* copy.table(name).takeOver(table))
    for (const last of lasts) last()
    for (const [kind, value] of this.counters) copy.counters.set(kind, value)
    atOnce(copy.counting.takeOver(this.counting))
    copy.#content = this.content
    return copy
  }

  /** What was written since the last cut; undefined where nothing has changed by it. */
  cut(): Written | undefined {
    if (this.#version === this.#cutVersion) return undefined
    this.#cutVersion = this.#version
    const tables: Written['tables'] = []
    for (const [name, table] of this.tables) {
      const entries = table.cut()
      if (entries.size) tables.push([name, entries])
    }
    const counters = this.#counted
    this.#counted = new Map()
    for (const [kind, value] of counters) if (value === this.counters.get(kind)) counters.delete(kind)
    return tables.length || counters.size ? { tables, counters } : undefined
  }

  /** A cut of which nobody asks what was written: it was taken back, or is what this begins with. */
  forget(): void {
    this.#cutVersion = this.#version
    for (const table of this.tables.values()) table.forget()
    this.#counted = new Map()
  }

  /** Takes back what was written, if it was written last. */
  takeBack({ tables, counters }: Written): void {
    for (const [name, entries] of tables) for (const [id, entry] of entries) this.table(name).takeBack(id, entry)
    for (const [kind, value] of counters) this.count(kind, value)
  }

  #wrote = (): void => {
    this.#version++
    this.#content = undefined
  }

  /** Whether anything differs from the start. */
  get differ(): boolean {
    return this.counting.any || [...this.tables.values()].some(({ differing }) => differing.any)
  }

  /** Whether a row that was not looked at yet is another than in the state that this was copied from; no further than to the first. */
  hasLeft(source: Changes): boolean {
    for (const [name, table] of this.tables)
      for (const id of table.differing.waiting)
        if (differ(source.table(name).current(id), table.current(id))) return true
    return false
  }

  /** How many items differ from the start. */
  get size(): number {
    let size = this.counting.size
    for (const { differing } of this.tables.values()) size += differing.size
    return size
  }

  /** The sum of the hashes of all that differs. */
  get sum(): bigint {
    return sumOf([this.counting.sum, ...[...this.tables.values()].map(({ differing }) => differing.sum)])
  }
}

export type RecordChange = { type: string; id: string; before?: Row; after?: Row }

/** By their names: which was looked into first makes no difference to what is told of them. */
export const tablesInOrder = ({ tables }: Changes): [name: string, table: TableChanges][] =>
  [...tables].sort(([one], [other]) => (one < other ? -1 : 1))

/**
 * The rows that differ from the start, of the moment at which this is called; one put back to what it was is no change. Lists
 * are copied and no row is looked at before it is asked for: undefined stands for one that is no change.
 */
export function recordChanges(
  changes: Changes,
  types: { has(type: string): boolean },
): Generator<RecordChange | undefined> {
  const tables = tablesInOrder(changes).filter(([type]) => types.has(type))
  return changesIn(
    tables.map(([type, { base, rows }]) => ({ type, base, ids: [...rows.keys()], entries: [...rows.values()] })),
  )
}

type Listed = { type: string; base: BaseTable; ids: string[]; entries: Entry[] }

function* changesIn(tables: Listed[]): Generator<RecordChange | undefined> {
  for (const { type, base, ids, entries } of tables)
    for (const [index, id] of ids.entries()) {
      const [before, after] = [base.rows.get(id), entries[index]?.row]
      yield differ(before, after) ? { type, id, ...(before && { before }), ...(after && { after }) } : undefined
    }
}

/** The counters that differ from the start. */
export const counterChanges = ({ counters, counting }: Changes): Record<string, number> =>
  Object.fromEntries([...counters].filter(([kind]) => counting.has(kind)))
