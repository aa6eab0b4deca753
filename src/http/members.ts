import { closest, distance } from 'fastest-levenshtein'
import type { $ZodObject, $ZodType } from 'zod/v4/core'
import type { Finding } from '../kernel/finding.ts'

/** What a schema says of members of other names than those that it knows: ignored, taken, or what it is all about. */
type Others = 'ignored' | 'taken' | 'expected'

/** The members that a schema knows, level by level; of a list those of its items. */
export class Members extends Map<string, Members | undefined> {
  readonly isList: boolean
  readonly others: Others

  constructor(known: Iterable<[string, Members | undefined]> = [], isList = false, others: Others = 'ignored') {
    super(known)
    this.isList = isList
    this.others = others
  }
}

/** A schema without what wraps it; of a list that of its items. */
function bare(schema: $ZodType): $ZodType {
  const inner = wrapped(schema)
  return inner ? bare(inner) : schema
}

const isList = (schema: $ZodType): boolean => {
  if (schema._zod.def.type === 'array') return true
  const inner = wrapped(schema)
  return inner !== undefined && isList(inner)
}

function wrapped(schema: $ZodType): $ZodType | undefined {
  // biome-ignore lint/suspicious/noExplicitAny: zod types its internals by kind, and this walks over all kinds
  const def = schema._zod.def as any
  switch (def.type) {
    case 'array':
      return def.element
    case 'pipe':
      return /^(object|record)$/.test(bare(def.in)._zod.def.type) ? def.in : def.out
    case 'lazy':
      return def.getter()
    default:
      return def.innerType
  }
}

/** The members that an object's schema names; undefined where it is no object, or one that takes whatever it is sent. */
function shapeOf(schema: $ZodType): Record<string, $ZodType> | undefined {
  const { type, shape, catchall } = schema._zod.def as $ZodObject['_zod']['def']
  return type === 'object' && catchall?._zod.def.type !== 'unknown' ? shape : undefined
}

/** Reads the members of a schema, through everything that wraps an object; undefined where it has none. */
export function membersOf(schema: $ZodType): Members | undefined {
  const inner = bare(schema)
  const { shape, catchall } = inner._zod.def as $ZodObject['_zod']['def']
  const type: string = inner._zod.def.type
  const list = isList(schema)
  if (type === 'record') return new Members([], list, 'expected')
  if (type !== 'object') return list ? new Members([], true, 'taken') : undefined
  const known = Object.entries(shape).map(([name, member]): [string, Members | undefined] => [name, membersOf(member)])
  return new Members(known, list, catchall?._zod.def.type === 'unknown' ? 'taken' : 'ignored')
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

/** Lists of all levels together have at most so many items, and free names count as such. */
export const MOST_ITEMS = 1000

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
    if (typeof inside !== 'object' || inside === null || known.others === 'expected') return
    for (const [name, member] of Object.entries(inside)) {
      if (findings.length >= MOST_FINDINGS) return
      const inner = known.get(name)
      if (inner) enter(member, inner, `${path}${name}.`)
      else if (known.others === 'ignored' && !known.has(name)) findings.push(notKnown(MEMBER, name, path, known))
    }
  }
  const enter = (inside: unknown, known: Members, path: string): void => {
    // A list is looked into only where the schema has one, and has anything to say of its items.
    if (Array.isArray(inside) !== known.isList || (known.isList && !known.size)) return
    if (!Array.isArray(inside)) look(inside, known, path)
    else
      for (const [index, item] of inside.slice(0, MOST_ITEMS).entries())
        if (!Array.isArray(item)) look(item, known, `${path}${index}.`)
  }
  enter(value, members, '')
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
