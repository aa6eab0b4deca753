import { canonical, sha256 } from './canonical.ts'
import { deepFreeze } from './freeze.ts'
import type { Row } from './row.ts'

/** Raised when the same scenario and seed give other records than before: it is part of every digest. */
const DATA_VERSION = 1

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

const digestOf = (document: BaseDocument): string => sha256(canonical({ dataVersion: DATA_VERSION, ...document }))

export class BaseTable {
  readonly rows: ReadonlyMap<string, Row>
  readonly #indexes = new Map<string, Map<string, string[]>>()
  #places: Map<string, number> | undefined

  constructor(rows: Row[]) {
    this.rows = new Map(rows.map((row) => [row.id, deepFreeze(row)]))
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
