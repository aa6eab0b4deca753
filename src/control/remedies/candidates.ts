import { closest, distance } from 'fastest-levenshtein'
import type { SentParts } from '../../http/document/sent.ts'
import type { Operation } from '../../http/operation.ts'
import type { LookUp } from '../../kernel/journal/step.ts'
import type { Row } from '../../kernel/tables/row.ts'
import type { TableDefinition } from '../../kernel/tables/table.ts'
import type { Workspace } from '../../kernel/workspaces/workspace.ts'
import { leavesOf, valueAt, withValue } from './parts.ts'
import { PARTS, pathsIn, type Schemas, schemaAt } from './schemas.ts'

/** A change of a request that may bring it through. */
export type Change = { path: string[]; sent: SentParts; value?: unknown; from?: string[] }

/** What the search for changes goes by. */
export type Asked = {
  operation: Operation
  schemas: Schemas
  /** What the API's own examples send, by the name of the member. */
  samples: ReadonlyMap<string, readonly unknown[]>
  workspace: Workspace
  lookUps: readonly LookUp[]
  tables: ReadonlyMap<string, TableDefinition>
}

/** Changes of a request, those first that keep most of what it says. */
export function* candidates(sent: SentParts, asked: Asked): Generator<Change> {
  yield* renamed(sent, asked)
  yield* onFile(sent, asked)
  yield* exemplary(sent, asked)
  yield* documented(sent, asked)
  yield* leftOut(sent)
}

/** What stands in the wrong place, or is misspelt, where the operation knows it. */
function* renamed(sent: SentParts, { schemas }: Asked): Generator<Change> {
  const known = PARTS.flatMap((part) => pathsIn(schemas[part], [part]))
  const names = known.map((path) => path.at(-1) ?? '')
  for (const part of PARTS)
    for (const { path, value } of leavesOf(sent[part], [part])) {
      const name = path.at(-1) ?? ''
      if (known.some((one) => one.join('.') === path.filter((step) => !/^\d+$/.test(step)).join('.'))) continue
      const nearest = names.length ? closest(name, names) : undefined
      if (nearest === undefined || distance(name.toLowerCase(), nearest.toLowerCase()) > 2) continue
      for (const to of known.filter((one) => one.at(-1) === nearest && valueAt(sent, one) === undefined))
        yield { path: to, from: path, value, sent: withValue(withValue(sent, path, undefined), to, value) }
    }
}

/** How many records are looked at, and how many of them are tried. */
const MOST_RECORDS = 2000
const MOST_NEAR = 12

/** Less than this stands in a key by chance. */
const SHORTEST = 3

/** What was looked for in vain, as it stands on file: the nearest ones. A key may hold a value of the request among others. */
function* onFile(sent: SentParts, { lookUps, tables, workspace }: Asked): Generator<Change> {
  for (const { type, by, key } of lookUps.filter(({ found }) => !found)) {
    const definition = tables.get(type)
    const keyOf = by === 'id' ? (row: Row) => row.id : definition?.indexes?.[by]
    if (!definition || !keyOf) continue
    const rows = [...workspace.table(definition).all()].slice(0, MOST_RECORDS)
    const keys = [...new Set(rows.map((row) => keyOf(row) ?? key))].filter((other) => other !== key)
    const own = new Set(rows.filter((row) => isAbout(row, sent)).map(keyOf))
    for (const { path, value } of leavesOf(sent)) {
      const text = String(value)
      const at = text.length < SHORTEST ? -1 : key.indexOf(text)
      if (at < 0) continue
      const [before, after] = [key.slice(0, at), key.slice(at + text.length)]
      const near = keys
        .filter((other) => other.startsWith(before) && other.endsWith(after))
        .map((other) => other.slice(before.length, other.length - after.length))
        .sort(
          (a, b) =>
            Number(own.has(before + b + after)) - Number(own.has(before + a + after)) ||
            distance(a, text) - distance(b, text),
        )
      for (const other of near.slice(0, MOST_NEAR))
        yield to(sent, path, typeof value === 'number' ? Number(other) : other)
    }
  }
}

/** Whether a record is of what the path of the request names: of that customer, that address. */
const isAbout = (row: Row, { params }: SentParts): boolean => {
  const named = Object.values(params).filter((value) => value.length > SHORTEST)
  return named.some((value) => Object.values(row).includes(value) && row.id !== value)
}

const to = (sent: SentParts, path: string[], value: unknown): Change => ({
  path,
  value,
  sent: withValue(sent, path, value),
})

/** What the operation's own example sends. What a path names stays: another record would be another request. */
function* exemplary(sent: SentParts, { operation: { example }, samples }: Asked): Generator<Change> {
  for (const part of PARTS)
    for (const { path, value } of leavesOf(example?.[part], [part]))
      if (value !== '' && valueAt(sent, path) !== value) yield to(sent, path, value)
  for (const part of PARTS)
    for (const { path, value } of leavesOf(sent[part], [part]))
      for (const sample of samples.get(path.at(-1) ?? '') ?? []) if (sample !== value) yield to(sent, path, sample)
}

/** What the examples of operations send, by the name of the member. */
export function samplesOf(operations: readonly Operation[]): Map<string, unknown[]> {
  const samples = new Map<string, unknown[]>()
  for (const { path, value } of operations.flatMap(({ example }) =>
    PARTS.flatMap((part) => leavesOf(example?.[part])),
  )) {
    const name = path.at(-1) ?? ''
    const known = samples.get(name) ?? []
    if (value !== '' && !known.includes(value)) samples.set(name, [...known, value])
  }
  return samples
}

const DAY = /^\d{4}-\d{2}-\d{2}/

/** What the schema allows in place of what is sent: values of a list, a shorter text, a later day. */
function* documented(sent: SentParts, { schemas, workspace }: Asked): Generator<Change> {
  for (const part of PARTS) {
    for (const { path, value } of leavesOf(sent[part], [part])) {
      const { enum: listed = [], maxLength, maximum, type } = schemaAt(schemas[part], path.slice(1))
      const digits = maximum === 9 ? [0, 1, 2, 3] : []
      const shorter = typeof value === 'string' && maxLength !== undefined ? [value.slice(0, maxLength)] : []
      const truth = type === 'boolean' ? [true, false] : []
      const days = DAY.test(String(value)) ? [0, 1, 366].map((later) => dayAfter(workspace, later)) : []
      for (const other of [...listed, ...digits, ...shorter, ...truth, ...days])
        if (other !== value) yield to(sent, path, other)
    }
  }
}

const dayAfter = ({ clock }: Workspace, days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(clock.now() + days * 86_400_000)

/** Values that the records which were found have, as lists of what an issuer allows: for members that `isMeant` names. */
export function* configured(sent: SentParts, asked: Asked, isMeant: (path: string[]) => boolean): Generator<Change> {
  const paths = PARTS.flatMap((part) => pathsIn(asked.schemas[part], [part])).filter(isMeant)
  const values = new Set(paths.length ? foundRows(asked).flatMap((row) => leavesOf(row).map(({ value }) => value)) : [])
  for (const path of paths)
    for (const value of values)
      if (typeof value === 'string' && valueAt(sent, path) !== value) yield to(sent, path, value)
}

/** The records that the request came upon. */
export const foundRows = ({ lookUps, tables, workspace }: Asked): Row[] =>
  lookUps.flatMap(({ type, by, key, found }) => {
    const definition = tables.get(type)
    if (!definition || !found) return []
    const table = workspace.table(definition)
    if (by === 'id') return table.get(key) ?? []
    // What is searched by is no index.
    return definition.indexes?.[by] ? table.by(by as never, key) : []
  })

/** Without one of the values, or one of the blocks, that are sent. */
function* leftOut(sent: SentParts): Generator<Change> {
  const paths = new Set<string>()
  for (const part of PARTS)
    for (const { path } of leavesOf(sent[part], [part]))
      for (let length = path.length; length > 1; length--) paths.add(path.slice(0, length).join('\n'))
  for (const joined of paths) {
    const path = joined.split('\n')
    yield { path, sent: withValue(sent, path, undefined) }
  }
}
