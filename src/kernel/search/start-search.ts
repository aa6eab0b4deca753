import { type Base, EMPTY_TABLE } from '../states/base.ts'
import type { Row } from '../tables/row.ts'
import type { SearchDefinition } from './definition.ts'
import { KeyPlaces } from './key-places.ts'

/** So many rows are taken in at a time. */
export const PIECE = 64

/** The keys of a start, for all the workspaces on it. */
export class StartSearch {
  readonly places = new KeyPlaces()
  /** How many rows are still to be taken in. */
  left: number
  readonly #work: Generator<void>

  constructor(definition: SearchDefinition, base: Base) {
    this.left = (base.tables.get(definition.from) ?? EMPTY_TABLE).rows.size
    this.#work = this.#takeIn(definition, base)
  }

  /** Takes some rows in. Whoever waits for the last of them may do so, in turns with others. */
  step(): void {
    this.#work.next()
  }

  *#takeIn({ of, from, keys, owner, lookedAtBy = [] }: SearchDefinition, { tables }: Base): Generator<void> {
    for (const { table, index } of lookedAtBy) {
      const keyOf = table.definition.indexes?.[index]
      if (keyOf) yield* (tables.get(table.definition.name) ?? EMPTY_TABLE).indexing(index, keyOf)
    }
    const found = tables.get(of) ?? EMPTY_TABLE
    yield* found.count()
    const look = <T extends Row>({ definition }: { definition: { name: string } }, id: string) =>
      tables.get(definition.name)?.rows.get(id) as T | undefined
    for (const row of (tables.get(from) ?? EMPTY_TABLE).rows.values()) {
      const id = owner ? owner(row, look) : row.id
      const place = id === undefined ? undefined : found.place(id)
      if (place !== undefined) for (const key of keys(row)) this.places.note(key, place)
      this.left--
      if (this.left % PIECE === 0) yield
    }
  }
}
