import * as z from 'zod'
import { Auth, ClockStart, Limits, Recipe, Scenario } from '../scenario/schema.ts'
import { deepFreeze } from '../tables/freeze.ts'
import type { Row } from '../tables/row.ts'
import type { Entry } from '../tables/table-changes.ts'
import { inTurns } from '../turns.ts'
import type { RowReader } from './foreign-rows.ts'
import { jsonByLines } from './json-by-lines.ts'
import type { KeptOrigin, KeptSnapshot, KeptTable, KeptWorkspace } from './kept-state.ts'
import { NoState } from './no-state.ts'
import { FORMAT } from './state-text.ts'

/** So many rows are taken over before it is looked whether requests are to have their turn. */
const ROWS_AT_A_TIME = 20

const AS_THEY_ARE: RowReader = () => (row) => row

export const ClockState = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real') }),
  z.strictObject({ mode: z.literal('running'), offset: z.number() }),
  z.strictObject({ mode: z.literal('frozen'), now: z.number() }),
])

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string'

const definition = { scenario: Scenario, recipes: z.array(Recipe) }
export const Definition = z.strictObject({ ...definition, from: z.strictObject(definition).optional() })

/** Of the rows each is looked at later, while requests are served: a schema for each takes longer than all else. */
const Tables = z.record(
  z.string(),
  z.strictObject({ rows: z.custom<unknown[]>(Array.isArray, 'not a list'), deleted: z.array(z.string()) }),
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

/** The state that a file's text stands for, in one part or several, read while requests are served. @throws NoState */
export async function readState(parts: readonly string[], rows?: RowReader): Promise<KeptWorkspace> {
  return stateIn(await json(parts), rows)
}

/** The state that a value stands for, as JSON has it, read while requests are served. @throws NoState */
export async function stateIn(value: unknown, rows: RowReader = AS_THEY_ARE): Promise<KeptWorkspace> {
  try {
    return await keptIn(value, rows)
  } catch (error) {
    if (error instanceof RangeError) throw new NoState('it is nested too deeply')
    throw error
  }
}

async function keptIn(value: unknown, read: RowReader): Promise<KeptWorkspace> {
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > FORMAT)
    throw new NoState(`its format ${format} is newer than this version reads (${FORMAT})`)
  const result = StateDocument.safeParse(value)
  if (!result.success) throw wrong(firstIssue(result.error), format === undefined)
  const { format: _format, product: _product, snapshots, ...state } = result.data
  const kept: KeptSnapshot[] = []
  for (const [index, snapshot] of snapshots.entries())
    kept.push(await withTables(snapshot, `snapshots.${index}.`, read))
  return { ...(await withTables(state, '', read)), snapshots: kept }
}

const wrong = (issue: string, isForeign = false) => new NoState(`it is no state file (${issue})`, isForeign)

type Written = z.infer<typeof Tables>
type WithTables = { tables: Written; origin?: (Omit<KeptOrigin, 'tables'> & { tables: Written }) | undefined }

/** A state with its tables as they are taken over. `place` is where it stands in its document. */
async function withTables<S extends WithTables>({ tables, origin, ...state }: S, place: string, read: RowReader) {
  return {
    ...state,
    tables: await keptTables(tables, `${place}tables`, read),
    ...(origin && { origin: { ...origin, tables: await keptTables(origin.tables, `${place}origin.tables`, read) } }),
  }
}

async function keptTables(tables: Written, place: string, read: RowReader): Promise<KeptTable[]> {
  const kept: KeptTable[] = []
  for (const [name, written] of Object.entries(tables))
    kept.push(await inTurns(keptTable(name, written, `${place}.${name}.rows`, read(name)), (table) => table))
  return kept
}

function* keptTable(
  name: string,
  { rows, deleted }: Written[string],
  place: string,
  read: ReturnType<RowReader>,
): Generator<undefined, KeptTable> {
  const ids: string[] = []
  const entries: Entry[] = []
  const add = (id: string, row?: Row) => entries.push({ row, ordinal: ids.push(id) - 1 })
  const none = rows.findIndex((row) => !isRow(row))
  if (none >= 0) throw wrong(`${place}.${none}: not a record with an id`)
  for (const [index, sent] of (rows as Row[]).entries()) {
    const row = deepFreeze(read(sent, `${place}.${index}`))
    add(row.id, row)
    if (ids.length % ROWS_AT_A_TIME === 0) yield
  }
  for (const id of deleted) add(id)
  return { name, ids, entries }
}

async function json(parts: readonly string[]): Promise<unknown> {
  try {
    return await jsonByLines(parts)
  } catch {
    throw new NoState(parts.some((part) => part.trim()) ? 'it is not whole, or no JSON' : 'it is empty')
  }
}

export const firstIssue = ({ issues: [issue] }: z.ZodError): string =>
  [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')
