import * as z from 'zod'
import { deepFreeze } from '../tables/freeze.ts'
import type { Row } from '../tables/row.ts'
import type { KeptWorkspace } from './kept-state.ts'
import { NoState } from './no-state.ts'
import { ClockState, Definition, firstIssue, isRow, start, stateIn } from './state-document.ts'

const Tables = z.record(
  z.string(),
  z.strictObject({
    rows: z.array(z.custom<Row>(isRow, 'not a record with an id').transform((row) => deepFreeze(row))),
    deleted: z.array(z.string()),
  }),
)

const Changed = z.strictObject({
  line: z.int().min(1),
  requests: z.int().min(0),
  clock: ClockState.optional(),
  start: z.strictObject({ ...start, definition: Definition }).optional(),
  begins: z.literal(true).optional(),
  restores: z.string().optional(),
  forgets: z.array(z.string()).optional(),
  takes: z.array(z.strictObject({ name: z.string(), at: z.number() })).optional(),
  counters: z.record(z.string(), z.int().nullable()).optional(),
  tables: Tables.optional(),
})

const Whole = z.strictObject({ line: z.int().min(1), state: z.looseObject({ format: z.int() }) })
const Line = z.union([Changed, Whole])

/** A line as it is read: what has changed, or a state as a whole. */
export type Line = z.infer<typeof Changed> | { line: number; state: KeptWorkspace }

/** The line that a text is; undefined where it is not whole. @throws NoState where it is whole, and no line */
export async function readLine(text: string): Promise<Line | undefined> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const { success, data, error } = Line.safeParse(value)
  const isForeign = typeof value !== 'object' || value === null || !('line' in value)
  if (!success) throw new NoState(`it holds what is no line of changes (${firstIssue(error)})`, isForeign)
  return 'state' in data ? { line: data.line, state: await stateIn(data.state) } : data
}
