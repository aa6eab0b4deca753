import type { ScenarioLibrary } from '../scenario/library.ts'
import type { Workspace } from '../workspace.ts'
import { DEFAULT_WORKSPACE } from '../workspace-name.ts'
import { LostBase, reopen } from './reopen.ts'
import { BadStateFile, type StateFile } from './state-file.ts'

/** The workspace that a file describes; undefined where there is no file. @throws BadStateFile */
export async function recalled(
  name: string,
  file: StateFile,
  library: ScenarioLibrary,
  system: () => number,
): Promise<Workspace | undefined> {
  const { NoState } = await import('./state-document.ts')
  try {
    const state = await file.read()
    return state ? await reopen(name, state, library, system) : undefined
  } catch (error) {
    const isForeign = error instanceof NoState && error.isForeign
    if (error instanceof NoState || error instanceof LostBase)
      throw new BadStateFile(file.path, error.message, waysOut(name, isForeign))
    throw error
  }
}

/** How to go on without a file. One that no sandbox wrote is neither removed nor replaced by a fresh start. */
export const waysOut = (name: string, isForeign: boolean): string[] => [
  ...(isForeign || name === DEFAULT_WORKSPACE ? [] : [`DELETE /_sandbox/workspaces/${name}`]),
  'move the file away',
  ...(isForeign ? [] : ['start with --fresh']),
]
