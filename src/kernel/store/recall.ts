import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ScenarioLibrary } from '../scenario/library.ts'
import { sometimes } from '../sometimes.ts'
import { Workspace } from '../workspaces/workspace.ts'
import { DEFAULT_WORKSPACE } from '../workspaces/workspace-name.ts'
import type { LinesFile } from './lines-file.ts'
import { NoState } from './no-state.ts'
import type { Played } from './play.ts'
import { LostBase } from './reopen.ts'
import { BadStateFile, type StateFile } from './state-file.ts'

/** What a workspace is kept in. */
export type Files = { state: StateFile; lines: LinesFile }

/** A workspace with the number of the last line that it is made of. */
export type Recalled = { workspace: Workspace; line: number }

/** So many lines are played before requests have their turn. */
const LINES_AT_A_TIME = 100

/** The workspace that its files describe; undefined where there is nothing in them. @throws BadStateFile */
export async function recalled(
  name: string,
  { state, lines }: Files,
  library: ScenarioLibrary,
  system: () => number,
): Promise<Recalled | undefined> {
  const { play, playedFrom } = await import('./play.ts')
  const whole = await usable(name, state.path, async () => {
    const kept = await state.read()
    return kept && { line: kept.line ?? 0, played: await playedFrom(kept, library) }
  })
  return usable(name, lines.path, async () => {
    let { line: number, played }: { line: number; played?: Played } = whole ?? { line: 0 }
    const all = await lines.read()
    const later = all.filter(({ line }) => line > number)
    if (later.length < all.length) sometimes('lines left out that the state file holds')
    for (const [index, line] of later.entries()) {
      if (line.line !== number + 1 && !('state' in line)) throw new NoState(`its line ${number + 1} is not there`)
      played = await play(played, line, library)
      number = line.line
      if (index % LINES_AT_A_TIME === 0) await nextTurn()
    }
    return played && { workspace: workspaceOf(name, played, system), line: number }
  })
}

/** What was read from a file. @throws BadStateFile where that is of no use */
async function usable<T>(name: string, path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const isForeign = error instanceof NoState && error.isForeign
    if (error instanceof NoState || error instanceof LostBase)
      throw new BadStateFile(path, error.message, waysOut(name, isForeign))
    throw error
  }
}

export function workspaceOf(name: string, { state, named }: Played, system: () => number): Workspace {
  const workspace = new Workspace(name, state.start, system)
  workspace.restore(state)
  workspace.snapshots.replace(named)
  return workspace
}

/** How to go on without a file. One that no sandbox wrote is neither removed nor replaced by a fresh start. */
export const waysOut = (name: string, isForeign: boolean): string[] => [
  ...(isForeign || name === DEFAULT_WORKSPACE ? [] : [`DELETE /_sandbox/workspaces/${name}`]),
  'move the file away',
  ...(isForeign ? [] : ['start with --fresh']),
]
