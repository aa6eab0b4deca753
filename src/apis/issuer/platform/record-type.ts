import * as z from 'zod'
import { instant } from '../../../kernel/clock.ts'
import type { RecordType } from '../../../kernel/scenario/slice.ts'
import type { TableHandle } from '../../../kernel/table.ts'
import { isWritable, wireInstant } from './dates.ts'

/** A date in a scenario, kept as the platform writes it. */
export const WrittenInstant = z
  .string()
  .refine((text) => isWritable(instant(text)), 'not an ISO instant of the years 0 to 9999')
  .transform((text) => wireInstant(instant(text)))

/** A kind of record that scenarios write without its `id`, which is made of its other members. */
export const recordType = <T extends object>(
  { definition }: Pick<TableHandle, 'definition'>,
  schema: z.ZodType<T>,
  idOf: (row: T) => string,
): RecordType => ({ table: { definition }, schema: schema.transform((row) => ({ id: idOf(row), ...row })) })
