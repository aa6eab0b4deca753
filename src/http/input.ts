import type { Context } from 'hono'
import { type $ZodError, type $ZodType, safeParse } from 'zod/v4/core'
import type { Face, Issue } from './face.ts'
import { RequestFailed } from './failure.ts'
import { headersOf } from './headers.ts'
import type { Operation } from './operation.ts'

/** Path parameters, query and headers, as the schemas of the operation read them. */
export function readParameters(c: Context, operation: Operation, query: Query) {
  const issues: Issue[] = []
  const read = (part: 'params' | 'query' | 'headers', value: () => unknown) => {
    const schema = operation[part]
    return schema && parsed(schema, value(), part, issues)
  }
  const parameters = {
    params: read('params', () => pathParameters(c, operation.path)),
    query: read('query', () => query),
    headers: read('headers', () => namedHeaders(c, operation.headers as $ZodType)),
  }
  if (issues.length) throw new RequestFailed({ kind: 'invalid', issues })
  return parameters
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

/** The body's text; an empty object where it is left out and may be. */
export async function readBody(c: Context, operation: Operation, face: Face): Promise<string> {
  const text = await c.req.text()
  if (operation.bodyOptional && !text.trim()) return '{}'
  const wanted = operation.bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  const type = headersOf(c)('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type && type !== wanted) {
    const message = `send the body as ${wanted}, not ${type}`
    throw new RequestFailed({ kind: 'http', status: face.wrongMediaType, message })
  }
  return text
}

/** The value a body's text stands for. */
export function decodeBody(text: string, operation: Operation): unknown {
  if (!operation.body) return undefined
  if (operation.bodyType === 'form') return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = text.trim() ? `the body is not JSON: ${(error as Error).message}` : 'a JSON body is required'
    throw new RequestFailed({ kind: 'http', status: 400, message })
  }
}

export function validateBody(value: unknown, operation: Operation): unknown {
  if (!operation.body) return undefined
  const issues: Issue[] = []
  const body = parsed(operation.body, value, 'body', issues)
  if (issues.length) throw new RequestFailed({ kind: 'invalid', issues })
  return body
}

function parsed(schema: $ZodType, value: unknown, part: string, issues: Issue[]): unknown {
  const result = safeParse(schema, value)
  if (result.success) return result.data
  issues.push(...issuesOf(result.error, part))
  return undefined
}

const issuesOf = (error: $ZodError, part: string): Issue[] =>
  error.issues.map((issue) => ({ path: [part, ...issue.path].join('.'), message: issue.message }))

export type Query = Record<string, string | string[]>

/** The query of a URL. A name that is given several times becomes a list. */
export function queryOf(url: string): Query {
  const start = url.indexOf('?')
  // Without a prototype, which a parameter named `__proto__` would replace.
  const query: Query = Object.create(null)
  if (start < 0) return query
  const parameters = new URLSearchParams(url.slice(start).split('#')[0])
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name)
    query[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return query
}

function namedHeaders(c: Context, schema: $ZodType): Record<string, string | undefined> {
  const shape = (schema._zod.def as { shape?: Record<string, unknown> }).shape ?? {}
  const header = headersOf(c)
  const named: Record<string, string | undefined> = {}
  for (const name in shape) named[name] = header(name.toLowerCase())
  return named
}
