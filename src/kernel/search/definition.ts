import type { Row } from '../tables/row.ts'
import type { TableDefinition } from '../tables/table.ts'

/** Looks a row up. */
export type Look = <T extends Row>(table: { definition: TableDefinition<T, never> }, id: string) => T | undefined

/**
 * Keys that rows are searched by, a row has any number of them. They are its own, or those of rows of another table that
 * belong to it: these are written after it, and belong to it for good.
 */
export type SearchDefinition<S extends Row = Row> = {
  /** What is searched by, as explanations name it. */
  name: string
  /** The table of the rows that are found. */
  of: string
  /** The table of the rows that have the keys. */
  from: string
  keys(row: S): string[]
  /** The id of the row that is found by them; the row itself unless said. */
  owner?(row: S, look: Look): string | undefined
  /** What the rows that are found are looked at by: indexes that are made along with it, before anybody waits for them. */
  lookedAtBy?: { table: { definition: TableDefinition<never, string> }; index: string }[]
}
