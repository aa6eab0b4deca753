import { clockInstant } from '../clock.ts'
import { armedFrom, faults } from '../faults/faults.ts'
import type { BaseDocument, RowsById } from '../states/base.ts'
import { deepFreeze } from '../tables/freeze.ts'
import type { Row } from '../tables/row.ts'
import { turns } from '../turns.ts'
import { RelativeDates } from './relative-dates.ts'
import type { Recipe, Scenario, ScenarioDefinition } from './schema.ts'
import { type ObjectionsTo, type RecordType, type Slice, writtenRow } from './slice.ts'
import { type Issue, issuesOf, ScenarioError } from './unusable.ts'
import { wholeTexts } from './whole-texts.ts'

const DEFAULT_AS_OF = '2026-01-01T00:00:00Z'

/** People are made so many at a time: what is written of them is gone before the collector has to copy it. */
const CROWD = 20

/** What makes people up. */
type Invention = Pick<typeof import('./people.ts'), 'peopleOf' | 'kindOf'>

/** A scenario's records as they were made. */
export type Made = Omit<BaseDocument, 'tables'> & { tables: Record<string, RowsById> }

/**
 * Makes a scenario's records for one seed: those that it starts from, people from recipes, explicit records over them.
 * Others have their turn in between.
 * @throws ScenarioError all that stands in the way at once
 */
export async function materialise(
  { scenario, recipes, from }: ScenarioDefinition,
  seed: number,
  slices: Slice[],
  objectionsTo: ObjectionsTo = async () => [],
  invention: () => Promise<Invention> = () => import('./people.ts'),
): Promise<Made> {
  const asOf = clockInstant(scenario.asOf ?? (scenario.clock === 'real' ? DEFAULT_AS_OF : scenario.clock))
  const under = from && (await materialise(from, seed, slices, undefined, invention))
  const records = new Records(slices, new RelativeDates(asOf), under?.tables)
  const wrong: Issue[] = []
  for (const [index, { recipe: name, people }] of scenario.population.entries()) {
    const recipe = recipes.find((candidate) => candidate.name === name)
    if (recipe) await populate(recipe, people ?? recipe.people, { seed, asOf, slices, records, wrong, invention })
    else wrong.push({ path: ['population', index, 'recipe'], message: `no such recipe '${name}'` })
  }
  for (const [type, rows] of Object.entries(scenario.records)) records.add(type, rows, wrong)
  wrong.push(...(await wrongFaults(scenario, objectionsTo)))
  if (wrong.length) throw new ScenarioError(wrong)
  return {
    scenario: scenario.name,
    seed,
    counters: { ...under?.counters, ...scenario.counters },
    tables: {
      ...records.tables,
      ...(scenario.faults.length && { [faults.definition.name]: byId(armedFrom(scenario.faults)) }),
    },
  }
}

type Making = {
  seed: number
  asOf: number
  slices: Slice[]
  records: Records
  wrong: Issue[]
  invention(): Promise<Invention>
}

/**
 * Makes the people of a recipe, and of each what the recipe says for each API. The first and the last are held against the
 * schemas: what a recipe gets wrong, it gets wrong for everybody, or where numbers end.
 */
async function populate(recipe: Recipe, count: number, { invention, ...making }: Making): Promise<void> {
  const { seed, asOf, slices, records, wrong } = making
  const { peopleOf, kindOf } = await invention()
  const personOf = await peopleOf(recipe, seed, asOf)
  const draw = (kind: string, number: number) => ({ seed, kind: kindOf(recipe, kind), number })
  const rest = turns()
  // What it makes is at fault, not what the scenario says.
  const atFault = (slice: string, faults: Issue[]) =>
    wrong.push({ path: ['population'], message: `${recipe.name}, ${slice}: ${new ScenarioError(faults).message}` })
  const date = (relative: string) => records.date(relative)
  const parts = slices.flatMap(({ name, population }) => {
    if (!(name in recipe)) return []
    const { success, data, error } = population.recipe.safeParse(recipe[name])
    if (success) return [{ name, rowsOf: population.populate(data, { date, draw }) }]
    atFault(name, issuesOf(error))
    return []
  })
  for (let made = 0; made < count; made += CROWD) {
    await rest()
    const people = Array.from({ length: Math.min(CROWD, count - made) }, (_, index) => personOf(made + index + 1))
    const areHeld = made === 0 || made + CROWD >= count
    for (const { name, rowsOf } of parts) {
      const faults: Issue[] = []
      for (const [type, rows] of Object.entries(rowsOf(people))) {
        if (areHeld) records.hold(type, rows, faults)
        records.put(type, rows)
      }
      if (!faults.length) continue
      atFault(name, faults)
      return
    }
  }
}

/** The records made so far, by type and id; one of the same id takes the place of the former. */
class Records {
  readonly #types: Map<string, RecordType>
  readonly #dates: RelativeDates
  readonly #tables: Map<string, Map<string, Row>>

  /** `under` are the records that a scenario starts from. */
  constructor(slices: Pick<Slice, 'recordTypes'>[], dates: RelativeDates, under: Made['tables'] = {}) {
    this.#types = new Map(
      slices.flatMap((slice) => slice.recordTypes).map((type) => [type.table.definition.name, type]),
    )
    this.#dates = dates
    this.#tables = new Map(Object.entries(under).map(([name, rows]) => [name, new Map(rows)]))
    // Faults are each scenario's own.
    this.#tables.delete(faults.definition.name)
  }

  /** An instant or a date by what a scenario writes for it. */
  date(relative: string): string {
    return String(this.#dates.replaceIn(relative, () => {}))
  }

  /** Reads written rows; what is wrong with them joins `issues`. */
  add(name: string, rows: unknown[], issues: Issue[]): void {
    const type = this.#types.get(name)
    const path = ['records', name]
    const known = [...this.#types.keys()].join(', ')
    if (!type) return void issues.push({ path, message: `no such type '${name}'; there are ${known}` })
    const table = this.#table(name)
    rows.forEach((written, index) => {
      const at = [...path, index]
      const dated = this.#dates.replaceIn(written, (within, message) =>
        issues.push({ path: [...at, ...within], message }),
      )
      const row = type.schema.safeParse(dated)
      if (row.success) table.set(row.data.id, deepFreeze(row.data))
      else for (const issue of issuesOf(row.error)) issues.push({ ...issue, path: [...at, ...issue.path] })
    })
  }

  /** Takes whole rows. */
  put(name: string, rows: Row[]): void {
    const table = this.#table(name)
    for (const row of rows) table.set(row.id, deepFreeze(wholeTexts(row)))
  }

  /** Reads whole rows as if they had been written. */
  hold(name: string, rows: Row[], issues: Issue[]): void {
    const type = this.#types.get(name)
    if (type)
      new Records([{ recordTypes: [type] }], this.#dates).add(
        name,
        rows.map((row) => writtenRow(type, row)),
        issues,
      )
  }

  #table(name: string): Map<string, Row> {
    const table = this.#tables.get(name) ?? new Map<string, Row>()
    this.#tables.set(name, table)
    return table
  }

  get tables(): Made['tables'] {
    return Object.fromEntries(this.#tables)
  }
}

const byId = (rows: Row[]): RowsById => new Map(rows.map((row) => [row.id, deepFreeze(row)]))

/** What the faults of a scenario name and is not there, and ids that two of them have. */
async function wrongFaults({ faults: written }: Scenario, objectionsTo: ObjectionsTo): Promise<Issue[]> {
  const ids = armedFrom(written).map(({ id }) => id)
  const wrong: Issue[] = []
  for (const [index, fault] of written.entries()) {
    wrong.push(...(await objectionsTo(fault)).map(within(['faults', index])))
    if (ids.indexOf(ids[index] as string) < index)
      wrong.push({ path: ['faults', index], message: `another fault is '${ids[index]}' already` })
  }
  return wrong
}

const within =
  (place: PropertyKey[]) =>
  ({ path, message }: Issue): Issue => ({ path: [...place, ...path], message })
