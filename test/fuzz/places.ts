import type { Documented } from './documented.ts'

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema is walked over whatever it holds
type Any = any

/** Where a request can be changed, and with which values near the limits that are documented there. */
export type Place = { part: 'params' | 'query' | 'headers' | 'body'; path: string[]; values: unknown[] }

const PARTS = { path: 'params', query: 'query', header: 'headers' } as const

/** Schemas refer to one another in circles. */
const DEEPEST = 6

/** All places of an operation's requests, whether they are in use or not. */
export function placesOf({ parameters, body, resolve }: Documented): Place[] {
  const valuesOf = (schema: Any) => near(schema, resolve, 0)
  const inBody = (schema: Any, path: string[]): Place[] => {
    const { properties = {}, items, anyOf, oneOf, allOf } = resolve(schema) ?? {}
    const here = { part: 'body' as const, path, values: valuesOf(schema) }
    if (path.length > DEEPEST) return [here]
    return [
      here,
      ...Object.entries(properties).flatMap(([name, member]) => inBody(member, [...path, name])),
      ...(items ? inBody(items, [...path, '0']) : []),
      ...[anyOf, oneOf, allOf].flat().flatMap((one) => (one ? inBody(one, path).slice(1) : [])),
    ]
  }
  return [
    ...parameters.map((one) => ({ part: PARTS[one.in], path: [one.name], values: valuesOf(one.schema) })),
    ...(body ? inBody(body, []) : []),
  ]
}

const INSTANTS = ['2026-03-02', '2026-02-30', '2026-03-02T09:00:00Z', '9999-12-31T23:59:59.999Z', '0000-00-00', '1969']

/** Values that a schema just takes, and those that it just does not. */
function near(schema: Any, resolve: Documented['resolve'], depth: number): unknown[] {
  const known = resolve(schema) ?? {}
  const { enum: listed = [], minLength = 0, maxLength = 20, minimum, maximum } = known
  const inner = [known.anyOf, known.oneOf, known.allOf].flat().flatMap((one) => (one ? near(one, resolve, depth) : []))
  const given = [...listed, ...inner, ...(known.examples ?? []), ...('const' in known ? [known.const] : [])]
  switch (known.type) {
    case 'string': {
      const lengths = [...new Set([minLength - 1, minLength, maxLength, maxLength + 1])].filter((length) => length >= 0)
      const sized = lengths.flatMap((length) => ['9', 'x', ' '].map((one) => one.repeat(length)))
      const dates = /^date/.test(known.format ?? '') || known.pattern ? INSTANTS : []
      return [...given, ...sized, ...dates]
    }
    case 'integer':
    case 'number':
      return [...given, ...[minimum, maximum].flatMap((bound) => (bound ? [bound - 1, bound, bound + 1] : [])), 0, 1.5]
    case 'boolean':
      return [...given, true, false, 'true']
    case 'array': {
      const items = known.items && depth < DEEPEST ? near(known.items, resolve, depth + 1) : ['x']
      return [[], items.slice(0, 3), [items.at(-1), items.at(-1)], Array(1001).fill(items[0])]
    }
    case 'object':
      return depth < DEEPEST ? [{}, filled(known, resolve, depth)] : [{}]
    default:
      return given
  }
}

/** An object with all its members. */
const filled = ({ properties = {} }: Any, resolve: Documented['resolve'], depth: number) =>
  Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, near(member, resolve, depth + 1)[0]]))
