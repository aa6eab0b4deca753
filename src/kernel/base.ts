import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'
import { deepFreeze } from './freeze.ts'
import type { Row } from './row.ts'
import { turns } from './turns.ts'

/** Raised when the same scenario and seed give other records than before: it is part of every digest. */
const DATA_VERSION = 2

/** A scenario's records for one seed, as written down: plain JSON. */
export type BaseDocument = {
  scenario: string
  seed: number
  counters: Record<string, number>
  tables: Record<string, Row[]>
}

/** The start that workspaces share: frozen, indexed on demand, never written to. */
export class Base {
  readonly scenario: string
  readonly seed: number
  readonly counters: Readonly<Record<string, number>>
  readonly tables: ReadonlyMap<string, BaseTable>
  readonly digest: string

  /** `digest` spares the hashing where it was computed before, at build time. */
  constructor(document: BaseDocument, digest = digestOf(document)) {
    this.scenario = document.scenario
    this.seed = document.seed
    this.counters = deepFreeze(document.counters)
    this.tables = new Map(Object.entries(document.tables).map(([name, rows]) => [name, new BaseTable(rows)]))
    this.digest = digest
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
  hash.update(canonical({ dataVersion: DATA_VERSION, ...head }))
  for (const name of Object.keys(tables).sort()) {
    const rows = tables[name] ?? []
    hash.update(`\n${JSON.stringify(name)} ${rows.length}`)
    for (let from = 0; from < rows.length; from += AT_A_TIME) {
      hash.update(
        `\n${rows
          .slice(from, from + AT_A_TIME)
          .map(canonical)
          .join('\n')}`,
      )
      yield
    }
  }
  return hash.digest('hex')
}

export class BaseTable {
  readonly rows: ReadonlyMap<string, Row>
  readonly #indexes = new Map<string, Map<string, string[]>>()
  #places: Map<string, number> | undefined

  constructor(rows: Row[]) {
    const byId = new Map<string, Row>()
    for (const row of rows) byId.set(row.id, deepFreeze(row))
    this.rows = byId
  }

  /** Ids by index key, in the order of the table; built on first use. */
  index<T extends Row>(name: string, keyOf: (row: T) => string | undefined): ReadonlyMap<string, string[]> {
    let index = this.#indexes.get(name)
    if (!index) {
      index = new Map()
      for (const row of this.rows.values()) {
        const key = keyOf(row as T)
        if (key === undefined) continue
        const ids = index.get(key)
        if (ids) ids.push(row.id)
        else index.set(key, [row.id])
      }
      this.#indexes.set(name, index)
    }
    return index
  }

  /** Where a row stands in the order of the table. */
  place(id: string): number {
    this.#places ??= new Map([...this.rows.keys()].map((key, place) => [key, place]))
    return this.#places.get(id) ?? this.rows.size
  }
}

export const EMPTY_TABLE = new BaseTable([])
