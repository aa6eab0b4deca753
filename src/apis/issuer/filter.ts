import type { $ZodType } from 'zod/v4/core'
import { type Members, membersOf } from '../../http/members.ts'
import type { Workspace } from '../../sandbox/workspace.ts'

/** The wanted members, level by level; empty where all of a member is wanted. */
type Wanted = Map<string, Wanted>

/** The part of `data` that the dotted names select; in lists, of each item (design 5, Reading). */
export const select = (workspace: Workspace, data: unknown, names: string[], schema: $ZodType): unknown => {
  const members = membersOf(schema)
  const wanted: Wanted = new Map()
  for (const name of names) {
    if (!isMember(name.split('.'), members)) remarkUnknown(workspace, name)
    add(wanted, name.split('.'))
  }
  return pick(data, wanted)
}

const add = (wanted: Wanted, [first = '', ...rest]: string[]): void => {
  const known = wanted.get(first)
  // A member that is wanted whole stays whole.
  if (known?.size === 0) return
  const inner: Wanted = rest.length ? (known ?? new Map()) : new Map()
  wanted.set(first, inner)
  if (rest.length) add(inner, rest)
}

const pick = (value: unknown, wanted: Wanted): unknown => {
  if (Array.isArray(value)) return value.map((item) => pick(item, wanted))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const inner = wanted.get(name)
      return inner ? [[name, inner.size ? pick(member, inner) : member]] : []
    }),
  )
}

const isMember = (path: string[], members: Members | undefined): boolean => {
  const [first = '', ...rest] = path
  if (!members?.has(first)) return false
  return rest.length === 0 || isMember(rest, members.get(first))
}

const remarkUnknown = (workspace: Workspace, name: string): void =>
  workspace.remark({
    kind: 'unknown-filter',
    message: `the filter '${name}' names no member of this answer's data`,
    path: 'query.filter',
  })
