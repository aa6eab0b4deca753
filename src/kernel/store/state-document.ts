import * as z from 'zod'
import { deepFreeze } from '../freeze.ts'
import type { Row } from '../row.ts'
import { Auth, ClockStart, Limits, Recipe, Scenario } from '../scenario/schema.ts'
import type { KeptTable, KeptWorkspace } from './kept-state.ts'
import { FORMAT } from './state-text.ts'

const ClockState = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real') }),
  z.strictObject({ mode: z.literal('running'), offset: z.number() }),
  z.strictObject({ mode: z.literal('frozen'), now: z.number() }),
])

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'

const definition = { scenario: Scenario, recipes: z.array(Recipe) }
const Definition = z.strictObject({ ...definition, from: z.strictObject(definition).optional() })

const Tables = z
  .record(
    z.string(),
    z.strictObject({
      rows: z.array(z.custom<Row>(isRow, 'not a record with an id')),
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

const state = {
  seed: z.int(),
  base: z.string(),
  startClock: ClockStart,
  // Not in files of format 1.
  auth: Auth.default('relaxed'),
  limits: Limits.default({}),
  clock: ClockState,
  requests: z.int().min(0),
  counters: Counters,
  tables: Tables,
  origin: z.strictObject({ clock: ClockState, counters: Counters, tables: Tables }).optional(),
}

const StateDocument = z.strictObject({
  format: z.int().min(1).max(FORMAT),
  product: z.string(),
  ...state,
  definition: Definition,
  snapshots: z
    .array(z.strictObject({ name: z.string(), at: z.number(), ...state, definition: Definition.optional() }))
    .default([]),
})

/** Why a text is no state; the reader of the file adds which file. */
export class NoState extends Error {
  /** Whether it is whole, and something else that no sandbox wrote. */
  readonly isForeign: boolean

  constructor(message: string, isForeign = false) {
    super(message)
    this.isForeign = isForeign
  }
}

/** The state that a file's text stands for. @throws NoState */
export function readState(text: string): KeptWorkspace {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof RangeError) throw new NoState('it is nested too deeply')
    throw error
  }
}

function read(text: string): KeptWorkspace {
  const value = json(text)
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > FORMAT)
    throw new NoState(`its format ${format} is newer than this version reads (${FORMAT})`)
  const result = StateDocument.safeParse(value)
  if (!result.success) throw new NoState(`it is no state file (${firstIssue(result.error)})`, format === undefined)
  const { format: _format, product: _product, ...kept } = result.data
  return kept
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NoState(text.trim() ? 'it is not whole, or no JSON' : 'it is empty')
  }
}

const firstIssue = ({ issues: [issue] }: z.ZodError): string =>
  [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')
