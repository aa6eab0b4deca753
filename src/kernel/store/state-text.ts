import { stopwatch } from '../clock.ts'
import { differ } from '../tables/row.ts'
import type { Entry } from '../tables/table-changes.ts'
import type { KeptSnapshot, KeptTable, KeptWorkspace } from './kept-state.ts'

/** Raised when files of this version cannot be read by the one before. */
export const FORMAT = 3

/** How long making one slice may hold the process, in milliseconds, and how long its text may get. */
const SLICE_MS = 2
const SLICE_LENGTH = 128 * 1024

/** A state file's text, in pieces that each take next to no time to make: JSON, with one row a line. */
export function* stateText({ snapshots, ...state }: KeptWorkspace, product: string): Generator<string> {
  yield '{\n'
  yield* membersText({ format: FORMAT, product, ...state })
  if (snapshots.length) {
    yield ',\n"snapshots": ['
    let separator = '\n{'
    for (const snapshot of snapshots) {
      yield separator
      yield* membersText(snapshot)
      separator = '},\n{'
    }
    yield '}]'
  }
  yield '\n}\n'
}

/** A state is whatever has tables, and perhaps the definition of what they differ from. */
type Members = Pick<KeptSnapshot, 'tables' | 'origin' | 'definition'> & Record<string, unknown>

function* membersText({ tables, origin, definition, ...head }: Members): Generator<string> {
  for (const [name, value] of Object.entries(head))
    if (value !== undefined) yield `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`
  yield '"tables": {'
  let separator = '\n'
  for (const table of tables) if (yield* tableText(table, separator)) separator = ',\n'
  yield '\n}'
  if (origin) {
    yield ',\n"origin": {\n'
    yield* membersText(origin)
    yield '}'
  }
  if (!definition) return
  yield ',\n"definition": '
  yield* nestedText(definition, DEFINITION_DEPTH)
}

/**
 * Tables of at most so many rows keep the text of each row, so that their next write is fast. In larger ones that would
 * double the memory, and the collector would stop the process for longer than making the text anew does.
 */
const ROWS_WITH_TEXT = 10_000

/** The text of a row that is there, in a table of so many. */
export function rowText(entry: Entry, among: number): string {
  const text = entry.text ?? JSON.stringify(entry.row)
  if (among <= ROWS_WITH_TEXT) entry.text = text
  return text
}

/** Tells whether there is any: of a table that is as at the start, nothing is written. */
function* tableText({ name, ids, entries, base }: KeptTable, separator: string): Generator<string, boolean> {
  const head = `${separator}${JSON.stringify(name)}: {"rows": [`
  const deleted: string[] = []
  let before = head
  for (let i = 0; i < entries.length; i++) {
    const [id, entry] = [ids[i], entries[i]]
    if (id === undefined || !entry) break
    const isDifferent = !base || differ(base.get(id), entry.row)
    if (isDifferent && !entry.row) deleted.push(id)
    if (isDifferent && entry.row) {
      yield `${before}\n${rowText(entry, entries.length)}`
      before = ','
    } else yield ''
  }
  if (before === head && !deleted.length) return false
  yield `${before === head ? head : ''}\n], "deleted": ${JSON.stringify(deleted)}}`
  return true
}

/** Down to the single records of a scenario: definition, scenario, records, type. */
const DEFINITION_DEPTH = 4

/** JSON without spaces, in pieces: one for each value that lies so deep. */
export function* nestedText(value: unknown, depth: number): Generator<string> {
  if (!depth || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value)
    return
  }
  const list = Array.isArray(value)
  let separator = list ? '[' : '{'
  yield Object.keys(value).length ? '' : separator
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    yield list ? separator : `${separator}${JSON.stringify(name)}: `
    yield* nestedText(member, depth - 1)
    separator = ','
  }
  yield list ? ']' : '}'
}

/** Joins pieces to slices that are each made in a moment. */
export function* slices(pieces: Iterable<string>): Generator<string> {
  let slice = ''
  let count = 0
  let elapsed = stopwatch()
  for (const piece of pieces) {
    slice += piece
    count++
    if (slice.length < SLICE_LENGTH && (count % 16 || elapsed() < SLICE_MS)) continue
    yield slice
    slice = ''
    elapsed = stopwatch()
  }
  if (slice) yield slice
}
