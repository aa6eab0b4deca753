import { DateTime, Duration } from 'luxon'
import { z } from 'zod'
import type { BaseDocument } from '../base.ts'
import { instant } from '../clock.ts'
import type { Row } from '../table.ts'
import type { ScenarioDefinition } from './schema.ts'
import type { RecordType, Slice } from './slice.ts'
import { UnusableScenario } from './unusable.ts'

/** A scenario that is well formed but cannot be made: the message says which record and why. */
export class ScenarioError extends UnusableScenario {}

const DEFAULT_AS_OF = '2026-01-01T00:00:00Z'

/** Makes a scenario's records for one seed: people from recipes first, explicit records over them. */
export const materialise = async (
  { scenario, recipes }: ScenarioDefinition,
  seed: number,
  slices: Slice[],
): Promise<BaseDocument> => {
  const asOf = instant(scenario.asOf ?? (scenario.clock === 'real' ? DEFAULT_AS_OF : scenario.clock))
  const types = new Map(slices.flatMap((slice) => slice.recordTypes).map((type) => [type.table.definition.name, type]))
  const tables = new Map<string, Map<string, Row>>()
  const add = (typeName: string, rows: unknown[]) => {
    const type = types.get(typeName)
    if (!type) throw new ScenarioError(`records: no such type '${typeName}'; there are ${[...types.keys()].join(', ')}`)
    const table = tables.get(typeName) ?? new Map<string, Row>()
    tables.set(typeName, table)
    rows.forEach((written, index) => {
      const row = readRow(type, typeName, index, absoluteDates(written, asOf))
      table.set(row.id, row)
    })
  }
  for (const { recipe: name, people } of scenario.population) {
    const recipe = recipes.find((candidate) => candidate.name === name)
    if (!recipe) throw new ScenarioError(`population: no such recipe '${name}'`)
    const { makePeople } = await import('./people.ts')
    const crowd = await makePeople(recipe, people ?? recipe.people, seed, asOf)
    const context = { people: crowd, asOf, draw: (kind: string, number: number) => ({ seed, kind, number }) }
    for (const { name: slice, population } of slices) {
      if (!(slice in recipe)) continue
      const part = population.recipe.safeParse(recipe[slice])
      if (!part.success) throw new ScenarioError(`recipe '${name}', ${slice}: ${z.prettifyError(part.error)}`)
      for (const [type, rows] of Object.entries(population.populate(part.data, context))) add(type, rows)
    }
  }
  for (const [type, rows] of Object.entries(scenario.records)) add(type, rows)
  return {
    scenario: scenario.name,
    seed,
    counters: scenario.counters,
    tables: Object.fromEntries([...tables].map(([type, rows]) => [type, [...rows.values()]])),
  }
}

const readRow = (type: RecordType, typeName: string, index: number, written: unknown): Row => {
  const row = type.schema.safeParse(written)
  if (row.success) return row.data
  throw new ScenarioError(`records.${typeName}.${index}: ${z.prettifyError(row.error)}`)
}

const RELATIVE = /^asOf(?:(?<sign>[+-])(?<period>P[0-9A-Z.]+))?(?<date>:date)?$/

/** Replaces `asOf-P30D` by an instant and `asOf-P30D:date` by a date, wherever they stand. */
const absoluteDates = (value: unknown, asOf: number): unknown => {
  if (Array.isArray(value)) return value.map((item) => absoluteDates(item, asOf))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, absoluteDates(member, asOf)]))
  const relative = typeof value === 'string' ? RELATIVE.exec(value)?.groups : undefined
  if (!relative) return value
  const period = Duration.fromISO(relative.period ?? 'P0D')
  if (!period.isValid) throw new ScenarioError(`records: '${value}' is no date: write a period such as asOf-P1Y2M3DT4H`)
  const date = DateTime.fromMillis(asOf, { zone: 'utc' })
  const moved = relative.sign === '-' ? date.minus(period) : date.plus(period)
  return relative.date ? moved.toISODate() : moved.toISO()
}
