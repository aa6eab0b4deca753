import { isDeepStrictEqual } from 'node:util'
import { maskTexts } from '../masking/redaction.ts'
import { type RecordType, writtenRow } from '../scenario/slice.ts'
import { issuesOf } from '../scenario/unusable.ts'
import type { Row } from '../tables/row.ts'
import { NoState } from './no-state.ts'

/** What becomes of each row of a table, by the table's name; `place` is where the row stands. @throws NoState */
export type RowReader = (table: string) => (row: Row, place: string) => Row

/**
 * Reads the rows of a state that came from outside: without the numbers of real-looking cards in its records (decision
 * Cards), each of which is one as its API keeps them.
 */
export function foreignRows(records: readonly RecordType[]): RowReader {
  const types = new Map(records.map((type) => [type.table.definition.name, type]))
  return (table) => {
    const type = types.get(table)
    return (row, place) => (type ? readRow(row, type, place) : row)
  }
}

function readRow(sent: Row, type: RecordType, place: string): Row {
  // What is made here, as tokens and digests are, is nobody's card.
  const row = type.table.definition.hidden ? sent : maskTexts(sent)
  const { data, error } = type.schema.safeParse(writtenRow(type, row))
  const [issue] = error ? issuesOf(error) : []
  if (issue) throw new NoState(`${[place, ...issue.path].join('.')}: ${issue.message}`)
  if (data?.id !== row.id) throw new NoState(`${place}.id: it would be '${data?.id}' by what it holds`)
  return isDeepStrictEqual(data, row) ? row : data
}
