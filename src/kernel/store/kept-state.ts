import type { ClockStart, ClockState } from '../clock.ts'
import type { ScenarioLibrary } from '../scenario/library.ts'
import type { ScenarioDefinition } from '../scenario/schema.ts'
import type { Snapshot } from '../states/snapshot.ts'
import type { NamedSnapshot } from '../states/snapshots.ts'
import type { Auth, Limits, Start } from '../states/start.ts'
import { type Changes, counterChanges, tablesInOrder } from '../tables/changes.ts'
import type { Row } from '../tables/row.ts'
import type { Entry } from '../tables/table-changes.ts'
import type { Workspace } from '../workspaces/workspace.ts'

/** What a state differs from, and goes back to on reset, as it is written down. */
export type KeptStart = {
  seed: number
  /** The digest of its records. */
  base: string
  startClock: ClockStart
  auth: Auth
  limits: Limits
  definition: ScenarioDefinition
}

/** A state as it is written down. */
export type KeptState = KeptStart & {
  clock: ClockState
  requests: number
  counters: Record<string, number>
  tables: Iterable<KeptTable>
  /** What a reset goes back to, where that is more than the records. */
  origin?: KeptOrigin | undefined
}

/** All that a state file says of a workspace: what it is, and what it can be brought back to. */
export type KeptWorkspace = KeptState & {
  /** The number of the last line of changes that it holds; none where there are no lines to it. */
  line?: number | undefined
  snapshots: KeptSnapshot[]
}

/** A named snapshot; without a definition where it is the workspace's own. */
export type KeptSnapshot = Omit<KeptState, 'definition'> & {
  name: string
  /** Milliseconds since the epoch, by the workspace's clock. */
  at: number
  definition?: ScenarioDefinition | undefined
}

export type KeptOrigin = Pick<KeptState, 'clock' | 'counters' | 'tables'>

/** What was written in one table, in the order of creation. */
export type KeptTable = {
  name: string
  ids: readonly string[]
  entries: readonly Entry[]
  /** What its rows were at the start, as some may be that again, which is no difference; none where all differ. */
  base?: ReadonlyMap<string, Row>
}

/** A workspace at this moment. It stays so: rows and entries are replaced, never changed. */
export function keptWorkspace(
  { parts, snapshots }: Pick<Workspace, 'parts' | 'snapshots'>,
  library: ScenarioLibrary,
): KeptWorkspace {
  const state = keptWith(parts, snapshots.all, library)
  // All else is looked at when it is written: it does not change.
  return { ...state, tables: [...state.tables] }
}

/** A state with the named ones beside it. All may be read once, and not after it was written in. */
export function keptWith(parts: Snapshot, named: readonly NamedSnapshot[], library: ScenarioLibrary): KeptWorkspace {
  const state = keptState(parts, library)
  const snapshots = named.map(({ name, at, snapshot }): KeptSnapshot => {
    const { definition, ...kept } = keptState(snapshot, library)
    return { name, at, ...kept, ...(kept.base !== state.base && { definition }) }
  })
  return { ...state, snapshots }
}

export function keptState({ start, changes, clock, requests }: Snapshot, library: ScenarioLibrary): KeptState {
  const { origin } = start
  const { definition, ...begun } = keptStart(start, library)
  return {
    ...begun,
    clock,
    requests,
    ...keptChanges(changes),
    ...(origin && { origin: { clock: origin.clock, ...keptChanges(origin.changes) } }),
    definition,
  }
}

export const keptStart = ({ base, clock, auth, limits }: Start, library: ScenarioLibrary): KeptStart => ({
  ...{ seed: base.seed, base: base.digest, startClock: clock, auth, limits },
  definition: library.definitionOf(base),
})

const keptChanges = (changes: Changes) => ({ counters: counterChanges(changes), tables: keptTables(changes) })

/** Copies lists and looks at no row: of many, that is the only way to have them all at one moment. */
function* keptTables(changes: Changes): Generator<KeptTable> {
  for (const [name, table] of tablesInOrder(changes)) {
    const rows = table.inOrder()
    if (rows.size) yield { name, ids: [...rows.keys()], entries: [...rows.values()], base: table.base.rows }
  }
}
