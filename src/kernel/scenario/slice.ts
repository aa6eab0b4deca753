import type { ZodType } from 'zod'
import type { FaultDefinition } from '../faults/definition.ts'
import type { ApiLimits } from '../limits/profile.ts'
import type { DrawKey } from '../random.ts'
import type { Row } from '../tables/row.ts'
import type { TableDefinition, TableHandle } from '../tables/table.ts'
import type { Person } from './people.ts'
import type { ScenarioDefinition } from './schema.ts'
import type { Issue } from './unusable.ts'

/**
 * A kind of record that a scenario may hold: its table, how what is written down becomes a row (defaults filled in, id
 * added), and how a row is written down, where that is more than to leave its id out.
 */
export type RecordType = {
  table: Pick<TableHandle, 'definition'>
  schema: ZodType<Row>
  // biome-ignore lint/suspicious/noExplicitAny: the kernel knows no row
  written?(row: any): object
  /** The row that the first release made, where it made another one. */
  // biome-ignore lint/suspicious/noExplicitAny: the kernel knows no row
  earlier?(row: any): Row
}

export type PopulationContext = {
  /** What a scenario writes as `asOf+P3Y:date`. */
  date(relative: string): string
  draw(kind: string, number: number): DrawKey
}

/** Makes whole rows of people, by type. */
export type Populate = (people: Person[]) => Record<string, Row[]>

/** What an API contributes to scenarios: its kinds of record, and how people become such records. */
export type Slice = {
  name: string
  recordTypes: RecordType[]
  /** The limit profiles that a scenario, load or workspace may choose for it. */
  limits?: ApiLimits
  population: {
    /** The member of a recipe that is this slice's. */
    recipe: ZodType
    /** The same as the first release read it, where that was otherwise; it gives what `recipe` gives. */
    earlierRecipe?: ZodType
    /**
     * What all people of a recipe have in common is worked out once. Rows are as their schemas make them, which reads only
     * some of them again. Typed loosely: only the slice knows what its recipe holds.
     */
    // biome-ignore lint/suspicious/noExplicitAny: the kernel knows no slice's recipe
    populate(recipe: any, context: PopulationContext): Populate
  }
}

/** A row as a scenario would have it written. */
export const writtenRow = ({ written }: RecordType, row: Row): object => (written ? written(row) : withoutId(row))

const withoutId = ({ id: _, ...rest }: Row): object => rest

/** What a fault names that no API has; only those who know the APIs can tell. */
export type ObjectionsTo = (fault: FaultDefinition) => Promise<Issue[]>

/** What the APIs add to scenarios, and what of a fault they object to. */
export type Contributions = { slices: Slice[]; objectionsTo?: ObjectionsTo }

/** The tables that hold records of the platforms, by name: all but bookkeeping. */
export function recordTables(slices: Slice[]): ReadonlyMap<string, TableDefinition> {
  const definitions = slices.flatMap(({ recordTypes }) => recordTypes.map(({ table }) => table.definition))
  return new Map(definitions.filter(({ hidden }) => !hidden).map((definition) => [definition.name, definition]))
}

/** The APIs that a scenario has records for, as the names of their types begin. */
export function apisOf({ scenario, recipes, from }: ScenarioDefinition, slices: Slice[]): string[] {
  const has = ({ name, recordTypes }: Slice) =>
    recipes.some((recipe) => name in recipe) ||
    recordTypes.some(({ table }) => scenario.records[table.definition.name]?.length)
  const apis = slices.filter(has).map(({ recordTypes }) => recordTypes[0]?.table.definition.name.split('.')[0] ?? '')
  return [...new Set([...(from ? apisOf(from, slices) : []), ...apis])]
}
