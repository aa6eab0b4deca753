import type { Snapshot } from '../states/snapshot.ts'
import type { RecordChange } from './changes.ts'
import { differ, type Row } from './row.ts'

/** The records that two states do not have alike, of one type each at a time; undefined stands for those that they do. */
export function* recordDifferences(
  before: Snapshot,
  after: Snapshot,
  types: Iterable<string>,
): Generator<RecordChange | undefined> {
  for (const type of types) {
    const seen = new Set<string>()
    for (const id of either(before, after, type)) {
      if (seen.has(id)) continue
      seen.add(id)
      const [was, is] = [rowOf(before, type, id), rowOf(after, type, id)]
      yield differ(was, is) ? { type, id, ...(was && { before: was }), ...(is && { after: is }) } : undefined
    }
  }
}

function* either(before: Snapshot, after: Snapshot, type: string): Generator<string> {
  yield* candidates(before, after, type)
  yield* candidates(after, before, type)
}

/** The records that may be unlike: on the same base those that were written, else all. */
function* candidates({ start, changes }: Snapshot, other: Snapshot, type: string): Generator<string> {
  if (start.base !== other.start.base) yield* start.base.tables.get(type)?.rows.keys() ?? []
  yield* changes.tables.get(type)?.rows.keys() ?? []
}

function rowOf({ start, changes }: Snapshot, type: string, id: string): Row | undefined {
  const entry = changes.tables.get(type)?.rows.get(id)
  return entry ? entry.row : start.base.tables.get(type)?.rows.get(id)
}
