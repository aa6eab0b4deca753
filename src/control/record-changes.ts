import * as z from 'zod'
import type { Snapshot } from '../kernel/states/snapshot.ts'
import { snapshotInTurns } from '../kernel/states/snapshot-in-turns.ts'
import { type RecordChange, recordChanges } from '../kernel/tables/changes.ts'
import { recordDifferences } from '../kernel/tables/record-differences.ts'
import { shortTurns } from '../kernel/turns.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'

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

/** What has changed, by what became of it; looked at while requests are served. */
async function sorted(changes: Iterable<RecordChange | undefined>): Promise<RecordChanges> {
  const found: RecordChanges = { created: [], updated: [], deleted: [] }
  const rest = shortTurns()
  for (const change of changes) {
    if (change) (found[kindOf(change)] as RecordChange[]).push(change)
    await rest()
  }
  return found
}

/** The same as JSON, in pieces. */
function* text(changes: RecordChanges): Generator<string> {
  let before = '{'
  for (const kind of KINDS) {
    yield `${before}"${kind}":[`
    let separator = ''
    for (const change of changes[kind]) {
      yield separator + JSON.stringify(change)
      separator = ','
    }
    before = '],'
  }
  yield ']}'
}

/** Which types are records of a platform, and not bookkeeping such as tokens. */
type Types = { has(type: string): boolean }

/** The records of the platforms that differ from the start, as JSON, in pieces: of the moment at which it is asked for. */
export async function platformChanges({ changes }: Workspace, types: Types): Promise<Iterable<string>> {
  return text(await sorted(recordChanges(changes, types)))
}

/** The same of those that differ from an earlier state. */
export async function changesSince(before: Snapshot, workspace: Workspace, types: ReadonlyMap<string, unknown>) {
  const present = await snapshotInTurns(workspace, (now) => now)
  return text(await sorted(recordDifferences(before, present, types.keys())))
}

/** How many they are, which costs nothing where they are many. */
export function platformChangeCount({ changes }: Workspace, types: Types): number {
  let count = 0
  for (const [type, { differing }] of changes.tables) if (types.has(type)) count += differing.size
  return count
}
