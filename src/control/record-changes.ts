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

const KINDS = ['created', 'updated', 'deleted'] as const

const kindOf = ({ before, after }: RecordChange): (typeof KINDS)[number] =>
  before ? (after ? 'updated' : 'deleted') : 'created'

/** What has changed, by what became of it. */
export function sorted(changes: Iterable<RecordChange>): RecordChanges {
  const found: RecordChanges = { created: [], updated: [], deleted: [] }
  for (const change of changes) (found[kindOf(change)] as RecordChange[]).push(change)
  return found
}

/** Which types are records of a platform, and not bookkeeping such as tokens. */
type Types = { has(type: string): boolean }

/** The records of the platforms that differ from the start: as JSON, in pieces, of the moment at which it is asked for. */
export function platformChanges({ changes }: Workspace, types: Types): Iterable<string> {
  return changesText(recordChanges(changes), types)
}

function* changesText(changes: Iterable<RecordChange | undefined>, types: Types): Generator<string> {
  let before = '{'
  for (const kind of KINDS) {
    yield `${before}"${kind}":[`
    let separator = ''
    for (const change of changes) {
      const isWanted = change && types.has(change.type) && kindOf(change) === kind
      yield isWanted ? separator + JSON.stringify(change) : ''
      if (isWanted) separator = ','
    }
    before = '],'
  }
  yield ']}'
}

/** How many they are, which costs nothing where they are many. */
export function platformChangeCount({ changes }: Workspace, types: Types): number {
  let count = 0
  for (const [type, { differing }] of changes.tables) if (types.has(type)) count += differing.size
  return count
}
