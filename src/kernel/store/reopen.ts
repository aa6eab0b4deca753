import type { Base } from '../base.ts'
import { Changes } from '../changes.ts'
import { type ScenarioLibrary, UnknownScenario } from '../scenario/library.ts'
import { UnusableScenario } from '../scenario/unusable.ts'
import { Workspace } from '../workspace.ts'
import type { KeptState } from './kept-state.ts'

/** The records that a state differs from cannot be made any more. */
export class LostBase extends Error {}

/** The workspace that a kept state describes. @throws LostBase */
export async function reopen(
  name: string,
  state: KeptState,
  library: ScenarioLibrary,
  system: () => number,
): Promise<Workspace> {
  const start = { base: await baseOf(state, library), clock: state.startClock }
  const changes = new Changes()
  for (const [kind, value] of Object.entries(state.counters)) changes.counters.set(kind, value)
  for (const { name: tableName, ids, entries } of state.tables) {
    const table = changes.table(tableName)
    entries.forEach((entry, index) => {
      table.rows.set(ids[index] as string, entry)
    })
    table.nextOrdinal = entries.length
  }
  const workspace = new Workspace(name, start, system)
  workspace.restore(start, changes, state.clock, state.requests)
  return workspace
}

/** The base that others share too, if the library still makes the same; else one made from the file itself. */
async function baseOf({ base, seed, definition }: KeptState, library: ScenarioLibrary): Promise<Base> {
  const { name } = definition.scenario
  const known = await unlessGone(() => library.start(name, { seed }))
  if (known?.base.digest === base) return known.base
  const own = await unlessGone(() => library.materialise(definition, seed))
  if (own?.digest === base) return own
  throw new LostBase(`this version makes other records of its scenario '${name}' than it was written over`)
}

async function unlessGone<T>(make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof UnknownScenario || error instanceof UnusableScenario) return undefined
    throw error
  }
}
