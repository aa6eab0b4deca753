import type { Context } from 'hono'
import { type $ZodError, type $ZodType, safeParse } from 'zod/v4/core'
import { ExactNumber } from '../../kernel/text/exact-number.ts'
import { RequestFailed } from '../answers/failure.ts'
import type { Face, Issue } from '../face.ts'
import type { Operation } from '../operation.ts'
import { headersOf, headerText } from './headers.ts'
import { maskParameters } from './sent-values.ts'

/**
 * Path parameters, query and headers, as the schemas of the operation read them; which held a real-looking card; and what
 * does not fit, which is told to who may ask.
 */
export function readParameters(c: Context, { operation, face }: { operation: Operation; face: Face }, query: Query) {
  const issues: Issue[] = []
  const masked: string[] = []
  const read = (part: 'params' | 'query' | 'headers', sent: () => Record<string, unknown>) => {
    const schema = operation[part]
    if (!schema) return undefined
    const values = sent()
    // What the control plane is asked by is kept nowhere, but for names, which it refuses.
    if (!face.control) for (const name of maskParameters(values)) masked.push(`${part}.${name}`)
    return parsed(schema, values, part, issues)
  }
  const parameters = {
    params: read('params', () => pathParameters(c, operation.path)),
    query: read('query', () => query),
    headers: read('headers', () => namedHeaders(c, operation.headers as $ZodType)),
    /** Put here once it was judged. */
    body: undefined as unknown,
  }
  return { parameters, masked, issues }
}

/** An ending after the last parameter of a path, as in `{name}.md`. */
const ENDING = /\{(\w+)\}(\.[^/}]+)$/

/** The parameters of a path, an ending apart. */
function pathParameters(c: Context, path: string): Record<string, string> {
  const values = c.req.param()
  if (!path.includes('}.')) return values
  const [, name = '', ending = ''] = ENDING.exec(path) ?? []
  return { ...values, [name]: (values[name] ?? '').slice(0, -ending.length) }
}

export function validateBody(value: unknown, operation: Operation): unknown {
  if (!operation.body) return undefined
  const issues: Issue[] = []
  const body = parsed(operation.body, value, 'body', issues)
  refuseMisfits(issues)
  return body
}

/** @throws RequestFailed where there are any */
export function refuseMisfits(issues: Issue[]): void {
  if (issues.length) throw new RequestFailed({ kind: 'invalid', issues })
}

function parsed(schema: $ZodType, value: unknown, part: string, issues: Issue[]): unknown {
  const result = safeParse(schema, value)
  if (result.success) return result.data
  for (const issue of issuesOf(result.error, part)) issues.push(issue)
  return undefined
}

/** More than these help nobody, and one of a thousand unknown names is as long as they are together. */
const MOST_ISSUES = 20
const LONGEST = 200

function issuesOf({ issues }: $ZodError, part: string): Issue[] {
  const told = issues.slice(0, MOST_ISSUES).map(({ path, message }) => ({
    path: short([part, ...path].join('.')),
    message: short(message.replace(`received ${ExactNumber.name}`, 'received number')),
  }))
  const others = issues.length - told.length
  return others ? [...told, { path: part, message: `and ${others} more` }] : told
}

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

export type Query = Record<string, string | string[]>

// Without a prototype, which a parameter named `__proto__` would replace.
const emptyQuery = (): Query => Object.create(null)

/** What most requests have: such an object is dear to make. */
const NO_QUERY: Query = Object.freeze(emptyQuery())

/** The query of a URL. A name that is given several times becomes a list. */
export function queryOf(url: string): Query {
  const start = url.indexOf('?')
  if (start < 0) return NO_QUERY
  const query = emptyQuery()
  for (const [name, value] of new URLSearchParams(url.slice(start).split('#')[0])) {
    const given = query[name]
    if (given === undefined) query[name] = value
    else if (Array.isArray(given)) given.push(value)
    else query[name] = [given, value]
  }
  return query
}

function namedHeaders(c: Context, schema: $ZodType): Record<string, string | undefined> {
  const shape = (schema._zod.def as { shape?: Record<string, unknown> }).shape ?? {}
  const header = headersOf(c)
  const named: Record<string, string | undefined> = {}
  for (const name in shape) {
    const value = header(name.toLowerCase())
    named[name] = value === undefined ? undefined : textOf(name, value)
  }
  return named
}

/** A header that is used as data. @throws RequestFailed where its bytes are no text */
export function textOf(name: string, value: string): string {
  const text = headerText(value)
  if (text !== undefined) return text
  throw new RequestFailed({ kind: 'http', status: 400, message: `the header ${name} is not UTF-8` })
}
