import type { ScenarioLibrary } from '../scenario/library.ts'
import { UnknownLimits, UnknownScenario, UnusableScenario } from '../scenario/unusable.ts'
import { settled } from '../settled.ts'
import type { Base } from '../states/base.ts'
import { digestOf, type Snapshot } from '../states/snapshot.ts'
import type { NamedSnapshot } from '../states/snapshots.ts'
import type { Start } from '../states/start.ts'
import { Changes } from '../tables/changes.ts'
import { shortTurns } from '../turns.ts'
import type { KeptStart, KeptState, KeptWorkspace } from './kept-state.ts'
import { NoState } from './no-state.ts'

/** How many rows are put in before it is looked whether requests are to have their turn. */
const ROWS_AT_A_TIME = 100

/** The records that a state differs from cannot be made any more. */
export class LostBase extends Error {}

/** The named snapshots that a file holds. @throws LostBase */
export async function snapshotsOf(
  { snapshots, definition }: KeptWorkspace,
  library: ScenarioLibrary,
): Promise<NamedSnapshot[]> {
  const named: NamedSnapshot[] = []
  for (const { name, at, ...state } of snapshots)
    named.push({ name, at, snapshot: await snapshotOf({ definition, ...state }, library) })
  return named
}

/** The state that was written down. @throws LostBase */
export async function snapshotOf(state: KeptState, library: ScenarioLibrary): Promise<Snapshot> {
  const start = await startOf(state, library)
  if (state.origin) {
    const origin = { changes: await changesOf(start.base, state.origin), clock: state.origin.clock }
    start.origin = { ...origin, digest: digestOf({ start, ...origin }) }
  }
  return { start, changes: await changesOf(start.base, state), clock: state.clock, requests: state.requests }
}

/** What a state differs from. @throws LostBase, NoState where it has limits that are unknown */
export async function startOf(kept: KeptStart, library: ScenarioLibrary): Promise<Start> {
  const { startClock: clock, auth, limits } = kept
  await library.checkLimits(limits).catch((error) => {
    throw error instanceof UnknownLimits ? new NoState(error.message) : error
  })
  return { base: await baseOf(kept, library), clock, auth, limits }
}

/** A state to begin with, and to come back to on reset. */
export const startingFrom = ({ start, changes, clock }: Snapshot): Start => ({
  ...start,
  origin: { changes, clock, digest: digestOf({ start, changes, clock }) },
})

async function changesOf(base: Base, { counters, tables }: Pick<KeptState, 'counters' | 'tables'>): Promise<Changes> {
  const changes = new Changes(base)
  const rest = shortTurns()
  for (const [kind, value] of Object.entries(counters)) changes.count(kind, value)
  for (const { name, ids, entries } of tables) {
    const table = changes.table(name)
    for (const [index, entry] of entries.entries()) {
      table.replace(ids[index] as string, entry)
      if (index % ROWS_AT_A_TIME === 0) await rest()
    }
    table.nextOrdinal = entries.length
    await settled(changes)
  }
  changes.forget()
  return changes
}

/** The base that others share too, if the library still makes the same; else one made from the file itself. */
async function baseOf({ base, seed, definition }: KeptStart, library: ScenarioLibrary): Promise<Base> {
  const { name } = definition.scenario
  const known = await unlessGone(() => library.start(name, { seed }))
  if (known?.base.digest === base) return known.base
  const own = await unlessGone(() => library.materialise(definition, seed))
  if (own?.digest === base) return own
  const earlier = await unlessGone(() => library.materialiseEarlier(definition, seed, base))
  if (earlier) return earlier
  throw new LostBase(`this version makes other records of its scenario '${name}' than it was written over`)
}

async function unlessGone<T>(make: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof UnknownScenario || error instanceof UnusableScenario) return undefined
    throw error
  }
}
