import { type Changes, counterChanges } from '../changes.ts'
import type { ClockStart, ClockState } from '../clock.ts'
import type { ScenarioLibrary } from '../scenario/library.ts'
import type { ScenarioDefinition } from '../scenario/schema.ts'
import type { Auth, Limits } from '../start.ts'
import type { Entry } from '../table-changes.ts'
import type { Workspace } from '../workspace.ts'

/** All that a state file says of a workspace. */
export type KeptState = {
  seed: number
  /** The digest of the records that `tables` differ from. */
  base: string
  /** The clock that a reset goes back to. */
  startClock: ClockStart
  auth: Auth
  limits: Limits
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
}

/** What a workspace is at this moment. It stays so: rows and entries are replaced, never changed. */
export function stateOf(workspace: Workspace, library: ScenarioLibrary): KeptState {
  const { start, changes, clock, requests, seed } = workspace
  return {
    seed,
    base: start.base.digest,
    startClock: start.clock,
    auth: start.auth,
    limits: start.limits,
    clock: clock.state,
    requests,
    counters: counterChanges(changes),
    tables: keptTables(changes),
    definition: library.definitionOf(start.base),
  }
}

function keptTables({ tables }: Changes): KeptTable[] {
  const kept: KeptTable[] = []
  for (const [name, table] of tables) {
    if (!table.differing.size) continue
    const [ids, entries]: [string[], Entry[]] = [[], []]
    for (const [id, entry] of table.inOrder()) {
      if (!table.differing.has(id)) continue
      ids.push(id)
      entries.push(entry)
    }
    kept.push({ name, ids, entries })
  }
  return kept
}
