import { settled } from '../kernel/settled.ts'
import { snapshotAtInTurns, snapshotInTurns } from '../kernel/states/snapshot-in-turns.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import type { Workspaces } from '../kernel/workspaces/workspaces.ts'
import { conflict, invalid } from './refusals.ts'

type Fork = { from: string; at: number | undefined; begun: object }

/** Makes a workspace another's twin: as that is now, or as it was after one of its steps. */
export async function fork(all: Workspaces, name: string, { from, at, begun }: Fork): Promise<Workspace> {
  const [other] = Object.keys(begun)
  if (other) throw invalid(`body.${other}`, 'a fork has it from the workspace that it is made from')
  if (!all.names.includes(from)) throw invalid('body.from', `no workspace '${from}'`)
  const source = await all.use(from)
  await settled(source.changes)
  const state = await (at === undefined ? snapshotInTurns(source, (present) => present) : snapshotAtInTurns(source, at))
  if (!state) throw conflict(rangeOf(source, at))
  const workspace = await all.use(name)
  await all.foreseen(workspace, { state, named: workspace.snapshots.all }, () => workspace.restore(state))
  await workspace.keeping
  return workspace
}

function rangeOf({ name, journal, requests }: Workspace, at: number | undefined): string {
  return `'${name}' can be had as it was after its steps ${journal.earliest(requests)} to ${requests}, not after ${at}`
}
