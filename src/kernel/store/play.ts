import type { ScenarioLibrary } from '../scenario/library.ts'
import type { Snapshot } from '../states/snapshot.ts'
import type { NamedSnapshot } from '../states/snapshots.ts'
import { State } from '../states/state.ts'
import type { Changes } from '../tables/changes.ts'
import type { KeptWorkspace } from './kept-state.ts'
import type { Line } from './line-document.ts'
import { NoState } from './no-state.ts'
import { snapshotOf, snapshotsOf, startOf } from './reopen.ts'

/** A state that lines are played on, with the named ones beside it. Its changes are its own. */
export type Played = { state: Snapshot; named: readonly NamedSnapshot[] }

/** What lines begin from. @throws LostBase */
export const playedFrom = async (kept: KeptWorkspace, library: ScenarioLibrary): Promise<Played> => ({
  state: await snapshotOf(kept, library),
  named: await snapshotsOf(kept, library),
})

/** A state after a line, made of that before it; nothing stands before a state as a whole. @throws NoState, LostBase */
export async function play(before: Played | undefined, line: Line, library: ScenarioLibrary): Promise<Played> {
  if ('state' in line) return playedFrom(line.state, library)
  if (!before) throw new NoState('it holds changes, and nothing of what they were made to')
  const { start, changes } = await beginningOf(before, line, library)
  write(changes, line)
  const state = { start, changes, clock: line.clock ?? before.state.clock, requests: line.requests }
  return { state, named: namedAfter(before.named, state, line) }
}

type Changed = Exclude<Line, { state: unknown }>

/** What a line has written to: the state as it was, or another one that was put in its place. */
async function beginningOf({ state, named }: Played, line: Changed, library: ScenarioLibrary) {
  if (line.restores !== undefined) {
    const from = named.find(({ name }) => name === line.restores)
    if (!from) throw new NoState(`it restores a snapshot that it does not hold: '${line.restores}'`)
    return { start: from.snapshot.start, changes: from.snapshot.changes.copy() }
  }
  return line.begins ? State.startOf(line.start ? await startOf(line.start, library) : state.start) : state
}

function write(changes: Changes, { counters = {}, tables = {} }: Changed): void {
  for (const [kind, value] of Object.entries(counters)) changes.count(kind, value ?? undefined)
  for (const [name, { rows, deleted }] of Object.entries(tables)) {
    const table = changes.table(name)
    for (const id of deleted) table.put(id, undefined)
    for (const row of rows) table.put(row.id, row)
  }
}

function namedAfter(
  before: readonly NamedSnapshot[],
  { changes, ...state }: Snapshot,
  { forgets = [], takes = [] }: Changed,
): readonly NamedSnapshot[] {
  if (!forgets.length && !takes.length) return before
  const taken = takes.map(({ name, at }) => ({ name, at, snapshot: { ...state, changes: changes.copy() } }))
  return [...before.filter(({ name }) => !forgets.includes(name)), ...taken]
}
