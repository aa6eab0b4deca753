import { closest, distance } from 'fastest-levenshtein'
import type { $ZodObject, $ZodType } from 'zod/v4/core'
import type { Finding } from '../kernel/finding.ts'

/** The members that a schema knows, level by level; a list is seen as its items. */
export type Members = Map<string, Members | undefined>

/** A schema without what wraps it; of a list that of its items. */
function bare(schema: $ZodType): $ZodType {
  // biome-ignore lint/suspicious/noExplicitAny: zod types its internals by kind, and this walks over all kinds
  const def = schema._zod.def as any
  switch (def.type) {
    case 'array':
      return bare(def.element)
    case 'pipe': {
      const from = bare(def.in)
      return from._zod.def.type === 'object' ? from : bare(def.out)
    }
    case 'lazy':
      return bare(def.getter())
    default:
      return def.innerType ? bare(def.innerType) : schema
  }
}

/** The members that an object's schema names; undefined where it is no object, or one that takes whatever it is sent. */
function shapeOf(schema: $ZodType): Record<string, $ZodType> | undefined {
  const { type, shape, catchall } = schema._zod.def as $ZodObject['_zod']['def']
  return type === 'object' && catchall?._zod.def.type !== 'unknown' ? shape : undefined
}

/** Reads the members of a schema, through everything that wraps an object; undefined where it names none. */
export function membersOf(schema: $ZodType): Members | undefined {
  const shape = shapeOf(bare(schema))
  return shape && new Map(Object.entries(shape).map(([name, member]) => [name, membersOf(member)]))
}

/** Whether a value of the schema may have a member at the path; in a record, under any name. */
export function hasMember(schema: $ZodType, [first, ...rest]: string[]): boolean {
  if (first === undefined) return true
  const object = bare(schema)
  const shape = shapeOf(object)
  if (!shape) return ['object', 'record'].includes(object._zod.def.type)
  const member = Object.hasOwn(shape, first) ? shape[first] : undefined
  return member !== undefined && hasMember(member, rest)
}

/** Remarks beyond these help nobody, and looking for near names takes time. */
const MOST_FINDINGS = 50
const LONGEST_NAME = 64

const MEMBER = { kind: 'unknown-member', noun: 'member' }
const PARAMETER = { kind: 'unknown-parameter', noun: 'parameter' }

/** A finding for each parameter of a query that is not known, with the nearest name that is. */
export const unknownParameters = (query: object, known: Members): Finding[] =>
  Object.keys(query)
    .filter((name) => !known.has(name))
    .slice(0, MOST_FINDINGS)
    .map((name) => notKnown(PARAMETER, name, 'query.', known))

/** A finding for each member of `value` that the schema does not know, with the nearest name it does. */
export function unknownMembers(value: unknown, members: Members): Finding[] {
  const findings: Finding[] = []
  const look = (inside: unknown, known: Members, path: string): void => {
    if (typeof inside !== 'object' || inside === null) return
    for (const [name, member] of Object.entries(inside)) {
      if (findings.length >= MOST_FINDINGS) return
      // No request has lists in lists, and one that sends them must not lead us down.
      if (Array.isArray(inside) && Array.isArray(member)) continue
      const inner = Array.isArray(inside) ? known : known.get(name)
      if (inner) look(member, inner, `${path}${name}.`)
      else if (!known.has(name)) findings.push(notKnown(MEMBER, name, path, known))
    }
  }
  look(value, members, '')
  return findings
}

function notKnown({ kind, noun }: typeof MEMBER, sent: string, path: string, known: Members): Finding {
  const name = sent.slice(0, LONGEST_NAME)
  const nearest = known.size ? closest(name, [...known.keys()]) : undefined
  const near = nearest !== undefined && distance(name, nearest) <= Math.max(2, name.length / 3)
  return {
    kind,
    message: `'${name}' is no ${noun} of this request; the platform ignores it`,
    path: path + name,
    ...(near && { suggestion: nearest }),
  }
}
