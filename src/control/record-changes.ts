import * as z from 'zod'
import { type RecordChange, recordChanges } from '../kernel/changes.ts'
import type { Workspace } from '../kernel/workspace.ts'

/** A record as it is stored: an `id`, and otherwise the wire names of its API. */
export const StoredRecord = z.looseObject({ id: z.string() })

const which = { type: z.string(), id: z.string() }

export const RecordChanges = z.strictObject({
  created: z.array(z.strictObject({ ...which, after: StoredRecord })),
  updated: z.array(z.strictObject({ ...which, before: StoredRecord, after: StoredRecord })),
  deleted: z.array(z.strictObject({ ...which, before: StoredRecord })),
})
type RecordChanges = z.infer<typeof RecordChanges>

/** What has changed, by what became of it. */
export function sorted(changes: Iterable<RecordChange>): RecordChanges {
  const found: RecordChanges = { created: [], updated: [], deleted: [] }
  for (const { type, id, before, after } of changes) {
    if (before && after) found.updated.push({ type, id, before, after })
    else if (after) found.created.push({ type, id, after })
    else if (before) found.deleted.push({ type, id, before })
  }
  return found
}

/** Which types are records of a platform, and not bookkeeping such as tokens. */
type Types = { has(type: string): boolean }

/** The records of the platforms that differ from the start. */
export const platformChanges = ({ changes }: Workspace, types: Types): RecordChange[] =>
  [...recordChanges(changes)].filter(({ type }) => types.has(type))

/** How many they are, which costs nothing where they are many. */
export function platformChangeCount({ changes }: Workspace, types: Types): number {
  let count = 0
  for (const [type, { differing }] of changes.tables) if (types.has(type)) count += differing.size
  return count
}
