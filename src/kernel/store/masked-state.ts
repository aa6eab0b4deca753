import { maskTexts } from '../masking/redaction.ts'
import { deepFreeze } from '../tables/freeze.ts'
import type { Entry } from '../tables/table-changes.ts'
import { shortTurns } from '../turns.ts'
import type { KeptSnapshot, KeptTable, KeptWorkspace } from './kept-state.ts'

/** How many rows are masked before it is looked whether requests are to have their turn. */
const ROWS_AT_A_TIME = 20

/** Which tables hold records of the platforms. What is made here, as tokens and digests are, is nobody's card. */
type Records = { has(type: string): boolean }

/** A state that came from outside, without the numbers of real-looking cards in its records (decision Cards). */
export async function maskedState(kept: KeptWorkspace, records: Records): Promise<KeptWorkspace> {
  const within = async <P extends { tables: Iterable<KeptTable> }>(part: P): Promise<P> => {
    const tables: KeptTable[] = []
    for (const table of part.tables) tables.push(records.has(table.name) ? await maskedTable(table) : table)
    return { ...part, tables }
  }
  const whole = async <P extends Pick<KeptWorkspace, 'tables' | 'origin'>>(part: P): Promise<P> => ({
    ...(await within(part)),
    ...(part.origin && { origin: await within(part.origin) }),
  })
  const snapshots: KeptSnapshot[] = []
  for (const snapshot of kept.snapshots) snapshots.push(await whole(snapshot))
  return { ...(await whole(kept)), snapshots }
}

/** In pieces, while requests are served. */
async function maskedTable({ name, ids, entries }: KeptTable): Promise<KeptTable> {
  const rest = shortTurns()
  const masked: Entry[] = []
  for (const entry of entries) {
    masked.push({ ...entry, row: entry.row && deepFreeze(maskTexts(entry.row)) })
    if (masked.length % ROWS_AT_A_TIME === 0) await rest()
  }
  return { name, ids: ids.map((id, index) => masked[index]?.row?.id ?? id), entries: masked }
}
