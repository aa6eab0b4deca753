import type { ScenarioLibrary } from '../../scenario/library.ts'
import { Unavailable } from '../../workspaces/unavailable.ts'
import type { Workspace } from '../../workspaces/workspace.ts'
import { NoState } from '../no-state.ts'
import { workspaceOf } from '../recall.ts'
import { LostBase } from '../reopen.ts'
import type { Found } from './claim.ts'

/** What is kept of a world is of no use. It is left as it is. */
export class BadWorld extends Unavailable {
  constructor(name: string, reason: string) {
    super(`what Redis keeps of '${name}' cannot be used: ${reason}. Way out: DELETE /_sandbox/workspaces/${name}`)
  }
}

/** The workspace that is kept; undefined where nothing is. @throws BadWorld */
export async function readWorld(
  name: string,
  { document, lines }: Found,
  library: ScenarioLibrary,
  system: () => number,
): Promise<Workspace | undefined> {
  if (document === null) return undefined
  const { play, playedFrom } = await import('../play.ts')
  const { readLine } = await import('../line-document.ts')
  const { readState } = await import('../state-document.ts')
  try {
    let played = await playedFrom(await readState([document]), library)
    for (const text of lines) {
      const line = await readLine(text)
      if (!line) throw new NoState('one of its lines is not whole')
      played = await play(played, line, library)
    }
    return workspaceOf(name, played, system)
  } catch (error) {
    if (error instanceof NoState || error instanceof LostBase) throw new BadWorld(name, error.message)
    throw error
  }
}
