import type { $ZodObject, $ZodType } from 'zod/v4/core'

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

/** Lists of all levels together have at most so many items, and free names count as such. */
export const MOST_ITEMS = 1000
