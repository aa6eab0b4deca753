import { isDeepStrictEqual } from 'node:util'
import { maskTexts } from '../masking/redaction.ts'
import { type RecordType, writtenRow } from '../scenario/slice.ts'
import { issuesOf } from '../scenario/unusable.ts'
import { deepFreeze } from '../tables/freeze.ts'
import type { Row } from '../tables/row.ts'
import type { Entry } from '../tables/table-changes.ts'
import { shortTurns } from '../turns.ts'
import type { KeptSnapshot, KeptTable, KeptWorkspace } from './kept-state.ts'
import { NoState } from './no-state.ts'

/** How many rows are looked at before it is looked whether requests are to have their turn. */
const ROWS_AT_A_TIME = 20

/**
 * A state that came from outside: without the numbers of real-looking cards in its records (decision Cards), each of which
 * is one as its API keeps them. @throws NoState
 */
export async function foreignState(kept: KeptWorkspace, records: readonly RecordType[]): Promise<KeptWorkspace> {
  const types = new Map(records.map((type) => [type.table.definition.name, type]))
  const within = async <P extends { tables: Iterable<KeptTable> }>(part: P, place: string): Promise<P> => {
    const tables: KeptTable[] = []
    for (const table of part.tables) {
      const type = types.get(table.name)
      tables.push(type ? await readTable(table, type, `${place}tables.${table.name}`) : table)
    }
    return { ...part, tables }
  }
  const whole = async <P extends Pick<KeptWorkspace, 'tables' | 'origin'>>(part: P, place: string): Promise<P> => ({
    ...(await within(part, place)),
    ...(part.origin && { origin: await within(part.origin, `${place}origin.`) }),
  })
  const snapshots: KeptSnapshot[] = []
  for (const [index, snapshot] of kept.snapshots.entries()) snapshots.push(await whole(snapshot, `snapshots.${index}.`))
  return { ...(await whole(kept, '')), snapshots }
}

/** In pieces, while requests are served. */
async function readTable({ name, ids, entries }: KeptTable, type: RecordType, place: string): Promise<KeptTable> {
  const rest = shortTurns()
  const read: Entry[] = []
  for (const entry of entries) {
    const row = entry.row && readRow(entry.row, type, `${place}.rows.${read.length}`)
    read.push({ ...entry, row })
    if (read.length % ROWS_AT_A_TIME === 0) await rest()
  }
  return { name, ids: ids.map((id, index) => read[index]?.row?.id ?? id), entries: read }
}

function readRow(sent: Row, type: RecordType, place: string): Row {
  // What is made here, as tokens and digests are, is nobody's card.
  const row = type.table.definition.hidden ? sent : maskTexts(sent)
  const { data, error } = type.schema.safeParse(writtenRow(type, row))
  const [issue] = error ? issuesOf(error) : []
  if (issue) throw new NoState(`${[place, ...issue.path].join('.')}: ${issue.message}`)
  if (data?.id !== row.id) throw new NoState(`${place}.id: it would be '${data?.id}' by what it holds`)
  return deepFreeze(isDeepStrictEqual(data, row) ? row : data)
}
