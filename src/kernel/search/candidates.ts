import type { Row } from '../row.ts'
import type { TableHandle } from '../table.ts'
import type { Workspace } from '../workspace.ts'
import type { SearchDefinition } from './definition.ts'
import type { Wanted } from './key-places.ts'

/** A search for wanted keys, and how an explanation names what was looked for. */
export type Sought = { by: SearchDefinition; wanted: Wanted; told: string }

/** The rows that may have a wanted key of each search, in the order of creation. Each is to be looked at again. */
export function* candidates<T extends Row>(
  workspace: Workspace,
  of: TableHandle<T, never>,
  sought: readonly Sought[],
): Generator<T> {
  const table = of(workspace)
  const marks = new Uint8Array(table.places)
  for (const [count, { by, wanted, told }] of sought.entries()) {
    const found = workspace.changes.search(by).mark(marks, count, wanted)
    workspace.trace?.look(by.of, by.name, told, found)
  }
  for (let place = 0; place < marks.length; place++) {
    const row = marks[place] === sought.length ? table.at(place) : undefined
    if (row) yield row
  }
}
