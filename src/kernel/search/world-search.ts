import { untilDone } from '../lazy.ts'
import type { Base } from '../states/base.ts'
import type { Changes } from '../tables/changes.ts'
import type { Row } from '../tables/row.ts'
import type { TableChanges } from '../tables/table-changes.ts'
import type { Look, SearchDefinition } from './definition.ts'
import { KeyPlaces, type Wanted } from './key-places.ts'
import { PIECE } from './start-search.ts'

/** So many rows are taken in without others having their turn in between. */
const AT_ONCE = 1000

/** Keys of what is no more are dropped where they are so many times as many as rows. */
const MOST_KEYS = 16

/**
 * Rows of a workspace by some keys of theirs. It takes in what was written when somebody searches. What a row had once
 * it is found by still, so each is to be looked at again: it only spares looking at all the others.
 */
export class WorldSearch {
  readonly #definition: SearchDefinition
  readonly #base: Base
  readonly #changes: Changes
  readonly #found: TableChanges
  readonly #from: TableChanges
  /** The ids of rows that are still to be taken in. */
  readonly #written: Set<string>
  #places = new KeyPlaces()

  constructor(definition: SearchDefinition, base: Base, changes: Changes) {
    this.#definition = definition
    this.#base = base
    this.#changes = changes
    this.#found = changes.table(definition.of)
    this.#from = changes.table(definition.from)
    this.#written = this.#from.follow()
  }

  /** Counts one more for the place of each row that may have a wanted key, among those that stand at `count`. */
  mark(marks: Uint8Array, count: number, wanted: Wanted): number {
    this.#takeAllIn()
    const start = this.#base.search(this.#definition).places
    return start.mark(marks, count, wanted) + this.#places.mark(marks, count, wanted)
  }

  #takeAllIn(): void {
    const start = this.#base.search(this.#definition)
    const left = start.left + this.#written.size
    if (left > AT_ONCE) untilDone(() => this.#takePieceIn())
    while (this.#takePieceIn());
  }

  /** Whether there is more. */
  #takePieceIn(): boolean {
    const start = this.#base.search(this.#definition)
    if (start.left) start.step()
    else this.#takeWrittenIn()
    return start.left + this.#written.size > 0
  }

  #takeWrittenIn(): void {
    const { keys, owner } = this.#definition
    if (this.#places.size > MOST_KEYS * this.#from.rows.size + AT_ONCE) this.#beginAnew()
    let count = 0
    for (const id of this.#written) {
      if (count++ === PIECE) return
      this.#written.delete(id)
      const row = this.#from.current(id)
      if (!row) continue
      const found = owner ? owner(row, this.#look) : id
      const place = found === undefined ? -1 : this.#found.place(found)
      if (place >= 0) for (const key of keys(row)) this.#places.note(key, place)
    }
  }

  #beginAnew(): void {
    this.#places = new KeyPlaces()
    for (const id of this.#from.rows.keys()) this.#written.add(id)
  }

  readonly #look: Look = <T extends Row>({ definition }: { definition: { name: string } }, id: string) =>
    this.#changes.table(definition.name).current(id) as T | undefined
}
