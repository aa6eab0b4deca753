import type { Row } from '../tables/row.ts'
import type { TableHandle } from '../tables/table.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import type { SearchDefinition } from './definition.ts'
import type { Wanted } from './key-places.ts'

/** A search for wanted keys, and how an explanation names what was looked for. */
export type Sought = { by: SearchDefinition; wanted: Wanted; told: string }

/** Which of what is found is wanted, counted from 0, the end not included; and who has all that is sought now. */
export type Page<T> = { from: number; until: number; holds?: ((row: T) => boolean) | undefined }

/**
 * A page of the rows that have all that is sought, in the order of creation, and whether there are more: these are not
 * looked at. A search tells who may have it, `holds` who has it now; without it, all who had it still do.
 */
export function searchPage<T extends Row>(
  workspace: Workspace,
  of: TableHandle<T, never>,
  sought: readonly Sought[],
  { from, until, holds }: Page<T>,
): { rows: T[]; more: boolean } {
  const table = of(workspace)
  const marks = new Uint8Array(table.places)
  for (const [count, { by, wanted, told }] of sought.entries()) {
    const found = workspace.changes.search(by).mark(marks, count, wanted)
    workspace.trace?.look(by.of, by.name, told, found)
  }
  const rows: T[] = []
  let count = 0
  for (let place = 0; place < marks.length; place++) {
    if (marks[place] !== sought.length) continue
    const row = table.at(place)
    if (!row || (holds && !holds(row))) continue
    if (count === until) return { rows, more: true }
    if (count++ >= from) rows.push(row)
  }
  return { rows, more: false }
}
