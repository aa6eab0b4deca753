import { type RecordChange, recordChanges } from '../kernel/changes.ts'
import type { Workspace } from '../kernel/workspace.ts'

/** The records of the platforms that differ from the start; `types` leaves bookkeeping such as tokens out. */
export const platformChanges = ({ start, changes }: Workspace, types: { has(type: string): boolean }): RecordChange[] =>
  [...recordChanges(start.base, changes)].filter(({ type }) => types.has(type))
