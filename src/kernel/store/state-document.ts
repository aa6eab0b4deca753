import * as z from 'zod'
import { Auth, ClockStart, Limits, Recipe, Scenario } from '../scenario/schema.ts'
import { deepFreeze } from '../tables/freeze.ts'
import type { Row } from '../tables/row.ts'
import { jsonByLines } from './json-by-lines.ts'
import type { KeptTable, KeptWorkspace } from './kept-state.ts'
import { NoState } from './no-state.ts'
import { FORMAT } from './state-text.ts'

export const ClockState = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real') }),
  z.strictObject({ mode: z.literal('running'), offset: z.number() }),
  z.strictObject({ mode: z.literal('frozen'), now: z.number() }),
])

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'

/** Judged as a whole: a schema for each takes longer than all else that is done with many. */
const Rows = z.custom<Row[]>(Array.isArray, 'not a list').superRefine((rows, { addIssue }) => {
  const wrong = rows.findIndex((row) => !isRow(row))
  if (wrong >= 0) addIssue({ code: 'custom', path: [wrong], message: 'not a record with an id' })
})

const definition = { scenario: Scenario, recipes: z.array(Recipe) }
export const Definition = z.strictObject({ ...definition, from: z.strictObject(definition).optional() })

const Tables = z
  .record(
    z.string(),
    z.strictObject({
      rows: Rows,
      deleted: z.array(z.string()),
    }),
  )
  .transform((tables): KeptTable[] =>
    Object.entries(tables).map(([name, { rows, deleted }]) => ({
      name,
      ids: [...rows.map(({ id }) => id), ...deleted],
      entries: [...rows.map(deepFreeze<Row>), ...deleted.map(() => undefined)].map((row, ordinal) => ({
        row,
        ordinal,
      })),
    })),
  )

const Counters = z.record(z.string(), z.int())

export const start = {
  seed: z.int(),
  base: z.string(),
  startClock: ClockStart,
  // Not in files of format 1.
  auth: Auth.default('relaxed'),
  limits: Limits.default({}),
}

const state = {
  ...start,
  clock: ClockState,
  requests: z.int().min(0),
  counters: Counters,
  tables: Tables,
  origin: z.strictObject({ clock: ClockState, counters: Counters, tables: Tables }).optional(),
}

const StateDocument = z.strictObject({
  format: z.int().min(1).max(FORMAT),
  product: z.string(),
  line: z.int().min(0).optional(),
  ...state,
  definition: Definition,
  snapshots: z
    .array(z.strictObject({ name: z.string(), at: z.number(), ...state, definition: Definition.optional() }))
    .default([]),
})

/** The state that a file's text stands for, read while requests are served. @throws NoState */
export async function readState(text: string): Promise<KeptWorkspace> {
  return stateIn(await json(text))
}

/** The state that a value stands for, as JSON has it. @throws NoState */
export function stateIn(value: unknown): KeptWorkspace {
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > FORMAT)
    throw new NoState(`its format ${format} is newer than this version reads (${FORMAT})`)
  const result = parsed(value)
  if (!result.success) throw new NoState(`it is no state file (${firstIssue(result.error)})`, format === undefined)
  const { format: _format, product: _product, ...kept } = result.data
  return kept
}

function parsed(value: unknown) {
  try {
    return StateDocument.safeParse(value)
  } catch (error) {
    if (error instanceof RangeError) throw new NoState('it is nested too deeply')
    throw error
  }
}

async function json(text: string): Promise<unknown> {
  try {
    return await jsonByLines([text])
  } catch {
    throw new NoState(text.trim() ? 'it is not whole, or no JSON' : 'it is empty')
  }
}

export const firstIssue = ({ issues: [issue] }: z.ZodError): string =>
  [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')
