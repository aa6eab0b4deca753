import type { StageParts } from '../cases/stage.ts'
import type { Entry } from '../kernel/journal/journal.ts'
import { slices } from '../kernel/store/state-text.ts'
import { shortTurns } from '../kernel/turns.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'

/** A case as long as the session is what it was. */
type Made = { last: Entry | undefined; earliest: number; text: Promise<string[]> }

/** The cases of workspaces, each made once for a session as it stands. */
export class CaseOf {
  readonly #stage: StageParts
  readonly #made = new WeakMap<Workspace, Made>()

  constructor(stage: StageParts) {
    this.#stage = stage
  }

  /** Its text, in slices that each take a moment to send. */
  text(workspace: Workspace): Promise<readonly string[]> {
    const { journal, requests } = workspace
    const [last, earliest] = [journal.entry(requests), journal.earliest(requests)]
    const known = this.#made.get(workspace)
    if (last && known?.last === last && known.earliest === earliest) return known.text
    const text = this.#make(workspace)
    this.#made.set(workspace, { last, earliest, text })
    // One that failed is no case.
    text.catch(() => this.#made.delete(workspace))
    return text
  }

  async #make(workspace: Workspace): Promise<string[]> {
    const [{ casePieces }, { record }] = await Promise.all([import('../cases/case.ts'), import('../cases/record.ts')])
    const rest = shortTurns()
    const text: string[] = []
    for (const slice of slices(casePieces(await record(workspace, this.#stage)))) {
      text.push(slice)
      await rest()
    }
    return text
  }
}
