import { deepFreeze } from '../freeze.ts'
import { maskTexts } from '../redaction.ts'
import type { KeptTable, KeptWorkspace } from './kept-state.ts'

/** Which tables hold records of the platforms. What is made here, as tokens and digests are, is nobody's card. */
type Records = { has(type: string): boolean }

/** A state that came from outside, without the numbers of real-looking cards in its records (decision Cards). */
export function maskedState(kept: KeptWorkspace, records: Records): KeptWorkspace {
  const within = <P extends { tables: Iterable<KeptTable> }>(part: P): P => ({
    ...part,
    tables: Array.from(part.tables, (table) => (records.has(table.name) ? maskedTable(table) : table)),
  })
  return {
    ...within(kept),
    ...(kept.origin && { origin: within(kept.origin) }),
    snapshots: kept.snapshots.map((snapshot) => ({
      ...within(snapshot),
      ...(snapshot.origin && { origin: within(snapshot.origin) }),
    })),
  }
}

function maskedTable({ name, ids, entries }: KeptTable): KeptTable {
  const masked = entries.map((entry) => ({ ...entry, row: entry.row && deepFreeze(maskTexts(entry.row)) }))
  return { name, ids: ids.map((id, index) => masked[index]?.row?.id ?? id), entries: masked }
}
