import { digestOf, type Snapshot } from '../../src/kernel/states/snapshot.ts'
import type { NamedSnapshot } from '../../src/kernel/states/snapshots.ts'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'

/** All of a world that must outlive a process, as a text to compare: its digest, and those of its named snapshots. */
export const standingOf = (world: Workspace): string =>
  [world.digest(), ...world.snapshots.all.map(({ name, snapshot }) => `${name} ${digestOf(snapshot)}`)].join(', ')

/** How a world stood once. */
export type Past = { standing: string; state: Snapshot; named: readonly NamedSnapshot[] }

export const pastOf = (world: Workspace): Past => ({
  standing: standingOf(world),
  state: world.snapshot(),
  named: world.snapshots.all,
})

/** Has a world stand as it did once. */
export function bringBack(world: Workspace, { state, named }: Past): void {
  world.restore({ ...state, changes: state.changes.copy() })
  world.snapshots.replace([...named])
}
