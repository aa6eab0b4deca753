import { type Changes, counterChanges, type Entry } from '../changes.ts'
import type { ClockStart, ClockState } from '../clock.ts'
import type { Row } from '../row.ts'
import type { ScenarioLibrary } from '../scenario/library.ts'
import type { ScenarioDefinition } from '../scenario/schema.ts'
import type { Workspace } from '../workspace.ts'

/** All that a state file says of a workspace. */
export type KeptState = {
  seed: number
  /** The digest of the records that `tables` differ from. */
  base: string
  /** The clock that a reset goes back to. */
  startClock: ClockStart
  clock: ClockState
  requests: number
  counters: Record<string, number>
  tables: KeptTable[]
  definition: ScenarioDefinition
}

/** What differs in one table, in the order of creation. */
export type KeptTable = {
  name: string
  ids: string[]
  entries: Entry[]
  /** The rows of the start, where a row may have been put back to what it was. */
  start?: ReadonlyMap<string, Row> | undefined
}

/** What a workspace is at this moment. It stays so: rows and entries are replaced, never changed. */
export function stateOf(workspace: Workspace, library: ScenarioLibrary): KeptState {
  const { start, changes, clock, requests, seed } = workspace
  return {
    seed,
    base: start.base.digest,
    startClock: start.clock,
    clock: clock.state,
    requests,
    counters: counterChanges(start.base, changes),
    tables: keptTables(workspace, changes),
    definition: library.definitionOf(start.base),
  }
}

const keptTables = ({ start }: Workspace, changes: Changes): KeptTable[] =>
  [...changes.tables]
    .filter(([, { rows }]) => rows.size)
    .map(([name, table]) => {
      const rows = table.inOrder()
      return { name, ids: [...rows.keys()], entries: [...rows.values()], start: start.base.tables.get(name)?.rows }
    })
