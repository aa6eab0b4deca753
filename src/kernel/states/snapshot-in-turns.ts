import type { Workspace } from '../workspaces/workspace.ts'
import { type Snapshot, takenBack } from './snapshot.ts'

/** All that a workspace is when `use` is called with it, and nothing comes between. It is made while requests are served. */
export async function snapshotInTurns<R>(workspace: Workspace, use: (snapshot: Snapshot) => R): Promise<R> {
  for (;;) {
    const { changes } = workspace
    const used = await changes.copyInTurns((copy) =>
      // Another state may have been put in its place.
      changes === workspace.changes ? { result: use({ ...workspace.parts, changes: copy }) } : undefined,
    )
    if (used) return used.result
  }
}

/** What a workspace was after one of its steps; undefined where the steps since are not kept. */
export async function snapshotAtInTurns(workspace: Workspace, number: number): Promise<Snapshot | undefined> {
  const undos = (last: number) => workspace.journal.undosAfter(number, last)
  if (!undos(workspace.requests)) return undefined
  return snapshotInTurns(workspace, (present) => {
    const since = undos(present.requests)
    return since && takenBack({ ...present, requests: number }, since)
  })
}
