import type { $ZodType } from 'zod/v4/core'
import { hasMember } from '../../../http/requests/members.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** The wanted members, level by level; empty where all of a member is wanted. */
type Wanted = Map<string, Wanted>

/** What dotted names select of `data`, of each item in lists; one of no member selects nothing (decision Reading). */
export function select(workspace: Workspace, data: unknown, names: string[], schema: $ZodType): unknown {
  const wanted: Wanted = new Map()
  for (const name of names) {
    const path = name.split('.')
    if (hasMember(schema, path)) add(wanted, path)
    else remarkUnknown(workspace, name)
  }
  return pick(data, wanted)
}

function add(wanted: Wanted, [first = '', ...rest]: string[]): void {
  const known = wanted.get(first)
  // A member that is wanted whole stays whole.
  if (known?.size === 0) return
  const inner: Wanted = rest.length ? (known ?? new Map()) : new Map()
  wanted.set(first, inner)
  if (rest.length) add(inner, rest)
}

function pick(value: unknown, wanted: Wanted): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, wanted))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const inner = wanted.get(name)
      return inner ? [[name, inner.size ? pick(member, inner) : member]] : []
    }),
  )
}

const remarkUnknown = (workspace: Workspace, name: string): void =>
  workspace.remark({
    kind: 'unknown-filter',
    message: `the filter '${name}' names no member of this answer's data: send dotted names, such as those of its document`,
    path: 'query.filter',
  })
