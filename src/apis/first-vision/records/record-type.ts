import type { ZodType } from 'zod'
import type { RecordType } from '../../../kernel/scenario/slice.ts'
import type { Row } from '../../../kernel/tables/row.ts'

/**
 * A kind of record that scenarios may hold: its table, and the schema that fills a written one in and gives it its id.
 */
export const recordType = (
  table: RecordType['table'],
  schema: ZodType<Row>,
  written?: RecordType['written'],
): RecordType => ({ table, schema, ...(written && { written }) })
