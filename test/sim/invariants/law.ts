import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import type { Invariant } from '../invariant.ts'

/** A law of a domain: what holds of the records of a world whenever they were changed, as `breach` says where not. */
export const law = (name: string, breach: (world: Workspace) => string | undefined): Invariant => ({
  name,
  watch: () => ({
    step({ request, before, after }, { main }) {
      const world = before === after ? undefined : main.get(request.world)
      const found = world && breach(world)
      return found && `in ${request.world}, ${found}`
    },
  }),
})

/** Rows by what they have in common, where more than one has it. */
export function shared<T>(rows: Iterable<T>, keyOf: (row: T) => string | undefined): [key: string, rows: T[]][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].filter(([, group]) => group.length > 1)
}
