import type { Snapshot } from '../kernel/snapshot.ts'
import type { NamedSnapshot } from '../kernel/snapshots.ts'
import type { Workspace } from '../kernel/workspace.ts'
import type { Workspaces } from '../kernel/workspaces.ts'

type Coming = { state: Snapshot; named: readonly NamedSnapshot[] }

/** Puts a state in the place of a workspace's: what takes long of keeping it is done before, while requests are served. */
export async function foreseen<R>(all: Workspaces, workspace: Workspace, coming: Coming, put: () => R): Promise<R> {
  const done = await all.places.of(workspace)?.kept?.foresee?.(coming)
  try {
    return put()
  } finally {
    done?.()
  }
}
