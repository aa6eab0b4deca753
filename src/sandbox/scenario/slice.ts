import type { ZodType } from 'zod'
import type { DrawKey } from '../random.ts'
import type { Row, TableHandle } from '../table.ts'
import type { Person } from './people.ts'

/** A kind of record that a scenario may hold: its table, and how a row is written down (defaults filled in, id added). */
export type RecordType = { table: Pick<TableHandle, 'definition'>; schema: ZodType<Row> }

export type PopulationContext = {
  people: Person[]
  /** Milliseconds since the epoch: the scenario's own date. */
  asOf: number
  draw(kind: string, number: number): DrawKey
}

/** What an API contributes to scenarios: its kinds of record, and how people become such records. */
export type Slice = {
  name: string
  recordTypes: RecordType[]
  population: {
    /** The member of a recipe that is this slice's. */
    recipe: ZodType
    /** Rows by type, in the written form. Typed loosely: only the slice knows what its recipe holds. */
    // biome-ignore lint/suspicious/noExplicitAny: the kernel knows no slice's recipe
    populate(recipe: any, context: PopulationContext): Record<string, Record<string, unknown>[]>
  }
}
