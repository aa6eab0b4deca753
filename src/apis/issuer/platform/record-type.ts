import * as z from 'zod'
import { instant } from '../../../kernel/clock.ts'
import type { RecordType } from '../../../kernel/scenario/slice.ts'
import type { TableHandle } from '../../../kernel/tables/table.ts'
import { isWritable, wireInstant } from './dates.ts'

/** A date in a scenario, kept as the platform writes it. */
export const WrittenInstant = z.string().transform((text, context) => {
  const read = instant(text)
  if (isWritable(read)) return wireInstant(read)
  context.addIssue('not an ISO instant of the years 0 to 9999')
  return z.NEVER
})

/** A kind of record that scenarios write without its `id`, which is made of its other members. */
export const recordType = <T extends object>(
  { definition }: Pick<TableHandle, 'definition'>,
  schema: z.ZodType<T>,
  idOf: (row: T) => string,
): RecordType => ({ table: { definition }, schema: schema.transform((row) => ({ id: idOf(row), ...row })) })
