import { closest, distance } from 'fastest-levenshtein'
import type { $ZodType } from 'zod/v4/core'
import type { Finding } from '../sandbox/finding.ts'

/** The members that a schema knows, level by level; a list is seen as its items. */
export type Members = Map<string, Members | undefined>

/**
 * Reads the members of a schema, through everything that wraps an object. Undefined where it is no object, or one that
 * takes whatever it is sent.
 */
export const membersOf = (schema: $ZodType): Members | undefined => {
  // biome-ignore lint/suspicious/noExplicitAny: zod types its internals by kind, and this walks over all kinds
  const def = schema._zod.def as any
  switch (def.type) {
    case 'object':
      if (def.catchall?._zod.def.type === 'unknown') return undefined
      return new Map(Object.entries(def.shape as Record<string, $ZodType>).map(([name, s]) => [name, membersOf(s)]))
    case 'array':
      return membersOf(def.element)
    case 'pipe':
      return membersOf(def.in) ?? membersOf(def.out)
    case 'lazy':
      return membersOf(def.getter())
    default:
      return def.innerType ? membersOf(def.innerType) : undefined
  }
}

/** Remarks beyond these help nobody, and looking for near names takes time. */
const MOST_FINDINGS = 50
const LONGEST_NAME = 64

/** A finding for each member of `value` that the schema does not know, with the nearest name it does. */
export const unknownMembers = (value: unknown, members: Members): Finding[] => {
  const findings: Finding[] = []
  const look = (inside: unknown, known: Members, path: string): void => {
    if (typeof inside !== 'object' || inside === null) return
    for (const [name, member] of Object.entries(inside)) {
      if (findings.length >= MOST_FINDINGS) return
      const inner = Array.isArray(inside) ? known : known.get(name)
      if (inner) look(member, inner, `${path}${name}.`)
      else if (!known.has(name)) findings.push(unknownMember(name, path, known))
    }
  }
  look(value, members, '')
  return findings
}

const unknownMember = (sent: string, path: string, members: Members): Finding => {
  const name = sent.slice(0, LONGEST_NAME)
  const nearest = members.size ? closest(name, [...members.keys()]) : undefined
  const near = nearest !== undefined && distance(name, nearest) <= Math.max(2, name.length / 3)
  return {
    kind: 'unknown-member',
    message: `'${name}' is no member of this request; the platform ignores it`,
    path: path + name,
    ...(near && { suggestion: nearest }),
  }
}
