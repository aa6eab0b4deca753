import { DateTime, Duration } from 'luxon'
import type { BaseDocument } from '../base.ts'
import { clockInstant } from '../clock.ts'
import { armedFrom, faults } from '../faults/faults.ts'
import type { Row } from '../row.ts'
import type { Scenario, ScenarioDefinition } from './schema.ts'
import type { ObjectionsTo, RecordType, Slice } from './slice.ts'
import { type Issue, issuesOf, ScenarioError } from './unusable.ts'

const DEFAULT_AS_OF = '2026-01-01T00:00:00Z'

/**
 * Makes a scenario's records for one seed: those that it starts from, people from recipes, explicit records over them.
 * @throws ScenarioError all that stands in the way at once
 */
export async function materialise(
  { scenario, recipes, from }: ScenarioDefinition,
  seed: number,
  slices: Slice[],
  objectionsTo: ObjectionsTo = () => [],
): Promise<BaseDocument> {
  const asOf = clockInstant(scenario.asOf ?? (scenario.clock === 'real' ? DEFAULT_AS_OF : scenario.clock))
  const types = new Map(slices.flatMap((slice) => slice.recordTypes).map((type) => [type.table.definition.name, type]))
  const under = from && (await materialise(from, seed, slices))
  const tables = new Map(Object.entries(under?.tables ?? {}).map(([type, rows]) => [type, byId(rows)]))
  // Faults are each scenario's own.
  tables.delete(faults.definition.name)
  const add = (typeName: string, rows: unknown[], issues: Issue[]) => {
    const type = types.get(typeName)
    const known = [...types.keys()].join(', ')
    const path = ['records', typeName]
    if (!type) return void issues.push({ path, message: `no such type '${typeName}'; there are ${known}` })
    const table = tables.get(typeName) ?? new Map<string, Row>()
    tables.set(typeName, table)
    rows.forEach((written, index) => {
      const row = readRow(type, [...path, index], written, asOf, issues)
      if (row) table.set(row.id, row)
    })
  }
  const wrong: Issue[] = []
  for (const [index, { recipe: name, people }] of scenario.population.entries()) {
    const recipe = recipes.find((candidate) => candidate.name === name)
    if (!recipe) {
      wrong.push({ path: ['population', index, 'recipe'], message: `no such recipe '${name}'` })
      continue
    }
    const { makePeople } = await import('./people.ts')
    const crowd = await makePeople(recipe, people ?? recipe.people, seed, asOf)
    const context = { people: crowd, asOf, draw: (kind: string, number: number) => ({ seed, kind, number }) }
    for (const { name: slice, population } of slices) {
      if (!(slice in recipe)) continue
      const part = population.recipe.safeParse(recipe[slice])
      // What it makes is at fault, not what the scenario says.
      const faults: Issue[] = part.success ? [] : issuesOf(part.error)
      if (part.success)
        for (const [type, rows] of Object.entries(population.populate(part.data, context))) add(type, rows, faults)
      if (faults.length)
        wrong.push({ path: ['population'], message: `${name}, ${slice}: ${new ScenarioError(faults).message}` })
    }
  }
  for (const [type, rows] of Object.entries(scenario.records)) add(type, rows, wrong)
  wrong.push(...wrongFaults(scenario, objectionsTo))
  if (wrong.length) throw new ScenarioError(wrong)
  return {
    scenario: scenario.name,
    seed,
    counters: { ...under?.counters, ...scenario.counters },
    tables: {
      ...Object.fromEntries([...tables].map(([type, rows]) => [type, [...rows.values()]])),
      ...(scenario.faults.length && { [faults.definition.name]: armedFrom(scenario.faults) }),
    },
  }
}

/** What the faults of a scenario name and is not there, and ids that two of them have. */
function wrongFaults({ faults: written }: Scenario, objectionsTo: ObjectionsTo): Issue[] {
  const ids = armedFrom(written).map(({ id }) => id)
  return written.flatMap((fault, index) => [
    ...objectionsTo(fault).map(within(['faults', index])),
    ...(ids.indexOf(ids[index] as string) < index
      ? [{ path: ['faults', index], message: `another fault is '${ids[index]}' already` }]
      : []),
  ])
}

const within =
  (place: PropertyKey[]) =>
  ({ path, message }: Issue): Issue => ({ path: [...place, ...path], message })

const byId = (rows: Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]))

function readRow(type: RecordType, path: PropertyKey[], written: unknown, asOf: number, issues: Issue[]) {
  const row = type.schema.safeParse(absoluteDates(written, asOf, path, issues))
  for (const issue of row.success ? [] : issuesOf(row.error)) issues.push({ ...issue, path: [...path, ...issue.path] })
  return row.data
}

const RELATIVE = /^asOf(?:(?<sign>[+-])(?<period>P[0-9A-Z.]+))?(?<date>:date)?$/

/** Replaces `asOf-P30D` by an instant and `asOf-P30D:date` by a date, wherever they stand. */
function absoluteDates(value: unknown, asOf: number, path: PropertyKey[], issues: Issue[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => absoluteDates(item, asOf, [...path, index], issues))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, absoluteDates(member, asOf, [...path, name], issues)]),
    )
  const relative = typeof value === 'string' ? RELATIVE.exec(value)?.groups : undefined
  if (!relative) return value
  const period = Duration.fromISO(relative.period ?? 'P0D')
  if (!period.isValid) {
    issues.push({ path, message: `'${value}' is no date: write a period such as asOf-P1Y2M3DT4H` })
    return value
  }
  const date = DateTime.fromMillis(asOf, { zone: 'utc' })
  const moved = relative.sign === '-' ? date.minus(period) : date.plus(period)
  return relative.date ? moved.toISODate() : moved.toISO()
}
