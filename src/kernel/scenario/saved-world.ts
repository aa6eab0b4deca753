import { isoInstant } from '../clock.ts'
import type { ScenarioFault } from '../faults/definition.ts'
import { faults } from '../faults/faults.ts'
import { isRealLooking } from '../masking/card-numbers.ts'
import { maskValue } from '../masking/redaction.ts'
import type { Base } from '../states/base.ts'
import type { Snapshot } from '../states/snapshot.ts'
import type { Row } from '../tables/row.ts'
import { canonical } from '../text/canonical.ts'
import { turns } from '../turns.ts'
import { Workspace } from '../workspaces/workspace.ts'
import type { Scenario } from './schema.ts'
import { type Slice, writtenRow } from './slice.ts'

/** What a scenario says beside its world. */
export type Told = Pick<Scenario, 'name' | 'title' | 'summary' | 'story' | 'cast' | 'walkthrough'>

/** A state as a scenario that stands alone; and what of it no scenario can hold, a sentence each. */
export type SavedWorld = { scenario: Scenario; warnings: string[] }

/** Writes a state down: all its records, hidden ones too, its counters, faults and clock. Others have their turn in between. */
export async function savedWorld(state: Snapshot, told: Told, slices: Slice[]): Promise<SavedWorld> {
  const { base, auth, limits } = state.start
  const world = worldOf(told.name, state)
  const rest = turns()
  const records: Scenario['records'] = {}
  for (const type of slices.flatMap(({ recordTypes }) => recordTypes)) {
    const rows: object[] = []
    for (const row of world.table(type.table.definition).all()) {
      rows.push(withoutCards(writtenRow(type, row)))
      await rest()
    }
    if (rows.length) records[type.table.definition.name] = rows as Scenario['records'][string]
  }
  const { mode } = world.clock
  const scenario: Scenario = {
    ...told,
    tags: ['saved'],
    seed: base.seed,
    clock: mode === 'real' ? 'real' : isoInstant(world.clock.now()),
    ...{ auth, limits: Object.fromEntries(Object.entries(limits).map(([api, names]) => [api, [...names]])) },
    population: [],
    counters: { ...base.counters, ...Object.fromEntries(state.changes.counters) },
    records,
    faults: [...faults(world).all()].map(
      ({ armedAt: _, matched: _1, used: _2, counted: _3, window: _4, ...fault }) => fault as ScenarioFault,
    ),
  }
  return {
    scenario,
    warnings: [...(mode === 'running' ? [RUNNING] : []), ...begunFaults(world), ...unwritable(state, slices)],
  }
}

const RUNNING = 'the clock ran; in the scenario it stands still at the instant of saving'

/** Where the records of a scenario are not those of the state it was made from: none, or somebody has to know. */
export function lostRecords(state: Snapshot, made: Base, slices: Slice[]): string[] {
  const world = worldOf('lost', state)
  return slices
    .flatMap(({ recordTypes }) => recordTypes)
    .flatMap(({ table: { definition } }) => {
      const { rows } = made.tables.get(definition.name) ?? { rows: new Map<string, Row>() }
      const lost = [...world.table(definition).all()].filter((row) => {
        const kept = rows.get(row.id)
        return !kept || canonical(kept) !== canonical(row)
      })
      return lost.length
        ? [`${definition.name}: ${lost.length} records are not as they were, ${lost[0]?.id} first`]
        : []
    })
}

function worldOf(name: string, state: Snapshot): Workspace {
  const world = new Workspace(name, state.start)
  world.restore({ ...state, changes: state.changes.copy() })
  return world
}

/** Plain data without numbers of real-looking cards: none gets in, but nobody has looked at what a scenario wrote down. */
function withoutCards<T>(value: T): T {
  if (typeof value === 'string') return maskValue(value) as T
  if (typeof value === 'number') return (isRealLooking(String(value)) ? Number(maskValue(String(value))) : value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutCards) as T
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutCards(member)])) as T
}

/** A fault is written down as it was armed. */
const begunFaults = (world: Workspace): string[] =>
  [...faults(world).all()]
    .filter(({ matched }) => matched > 0)
    .map(({ id }) => `the fault ${id} begins anew, as if it had met no request`)

/** Bookkeeping that no scenario can write down. */
function unwritable({ start, changes }: Snapshot, slices: Slice[]): string[] {
  const known = new Set([
    ...slices.flatMap((slice) => slice.recordTypes).map(({ table }) => table.definition.name),
    faults.definition.name,
  ])
  return [...new Set([...start.base.tables.keys(), ...changes.tables.keys()])]
    .filter(
      (name) => !known.has(name) && (start.base.tables.get(name)?.rows.size ?? 0) + changes.table(name).growth > 0,
    )
    .map((name) => `${name} is left out: no scenario holds it`)
}
