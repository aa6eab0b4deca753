import { type RecordChange, recordChanges } from '../kernel/changes.ts'
import type { Workspace } from '../kernel/workspace.ts'

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
