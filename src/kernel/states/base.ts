import { createHash } from 'node:crypto'
import type { SearchDefinition } from '../search/definition.ts'
import { StartSearch } from '../search/start-search.ts'
import { deepFreeze } from '../tables/freeze.ts'
import type { Row } from '../tables/row.ts'
import { canonical, canonicalWriter } from '../text/canonical.ts'
import { turns } from '../turns.ts'

/** Raised when the same scenario and seed give other records than before: it is part of every digest. */
const DATA_VERSION = 2

/** A scenario's records for one seed: their rows as written down, in plain JSON, or by their ids and frozen. */
export type BaseDocument = {
  scenario: string
  seed: number
  counters: Record<string, number>
  tables: Record<string, Row[] | RowsById>
}

export type RowsById = ReadonlyMap<string, Row>

/** The start that workspaces share: frozen, indexed on demand, never written to. */
export class Base {
  readonly scenario: string
  readonly seed: number
  readonly counters: Readonly<Record<string, number>>
  readonly tables: ReadonlyMap<string, BaseTable>
  readonly digest: string
  readonly #searches = new Map<SearchDefinition, StartSearch>()

  /** `digest` spares the hashing where it was computed before, at build time. */
  constructor(document: BaseDocument, digest = digestOf(document)) {
    this.scenario = document.scenario
    this.seed = document.seed
    this.counters = deepFreeze(document.counters)
    this.tables = new Map(Object.entries(document.tables).map(([name, rows]) => [name, new BaseTable(rows)]))
    this.digest = digest
  }

  search(definition: SearchDefinition): StartSearch {
    let search = this.#searches.get(definition)
    if (!search) {
      search = new StartSearch(definition, this)
      this.#searches.set(definition, search)
    }
    return search
  }
}

/** The digest of a start: of each record as it stands in its order, beside what it is the start of. */
export function digestOf(document: BaseDocument): string {
  const digesting = inDigest(document)
  for (;;) {
    const { done, value } = digesting.next()
    if (done) return value
  }
}

/** The same, with pauses in which others have their turn. */
export async function digestInTurns(document: BaseDocument): Promise<string> {
  const rest = turns()
  const digesting = inDigest(document)
  for (;;) {
    const { done, value } = digesting.next()
    if (done) return value
    await rest()
  }
}

/** So many records are hashed at a time: the text of all of them would be as large as they are. */
const AT_A_TIME = 64

function* inDigest({ tables, ...head }: BaseDocument): Generator<void, string> {
  const hash = createHash('sha256')
  const write = canonicalWriter()
  hash.update(canonical({ dataVersion: DATA_VERSION, ...head }))
  for (const name of Object.keys(tables).sort()) {
    const rows = [...(tables[name] ?? []).values()]
    hash.update(`\n${JSON.stringify(name)} ${rows.length}`)
    for (let from = 0; from < rows.length; from += AT_A_TIME) {
      let text = ''
      for (const row of rows.slice(from, from + AT_A_TIME)) text += `\n${write(row)}`
      hash.update(text)
      yield
    }
  }
  return hash.digest('hex')
}

type KeyOf = { of(row: Row): string | undefined }['of']

export class BaseTable {
  readonly rows: RowsById
  readonly #indexes = new Map<string, Map<string, Row[]>>()
  #inOrder: readonly Row[] | undefined
  #places: Map<string, number> | undefined

  constructor(rows: Row[] | RowsById) {
    this.rows = Array.isArray(rows) ? new Map(rows.map((row) => [row.id, deepFreeze(row)])) : rows
  }

  /** The rows with an index key, in the order of the table, if there are any. */
  by(index: string, keyOf: KeyOf, key: string): readonly Row[] | undefined {
    if (!this.#indexes.has(index)) for (const _ of this.indexing(index, keyOf));
    return this.#indexes.get(index)?.get(key)
  }

  /** Makes an index, bit by bit, where there is none yet. */
  *indexing(name: string, keyOf: KeyOf): Generator<void> {
    if (this.#indexes.has(name)) return
    const index = new Map<string, Row[]>()
    let count = 0
    for (const row of this.rows.values()) {
      if (++count % AT_A_TIME === 0) yield
      const key = keyOf(row)
      if (key === undefined) continue
      const rows = index.get(key)
      if (rows) rows.push(row)
      else index.set(key, [row])
    }
    this.#indexes.set(name, index)
  }

  /** The rows by their places. */
  get inOrder(): readonly Row[] {
    this.#inOrder ??= [...this.rows.values()]
    return this.#inOrder
  }

  /** Where a row stands in the order of the table, if it is there. */
  place(id: string): number | undefined {
    if (!this.#places) for (const _ of this.count());
    return this.#places?.get(id)
  }

  /** Finds the places of all rows, bit by bit. */
  *count(): Generator<void> {
    if (this.#places) return
    const places = new Map<string, number>()
    for (const id of this.rows.keys()) {
      places.set(id, places.size)
      if (places.size % AT_A_TIME === 0) yield
    }
    this.#places = places
  }
}

export const EMPTY_TABLE = new BaseTable([])
