import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Undo } from '../../states/snapshot.ts'
import type { Start } from '../../states/start.ts'
import type { Kept } from '../../workspaces/keeper.ts'
import type { Workspace } from '../../workspaces/workspace.ts'
import { keptWorkspace } from '../kept-state.ts'
import { type LineMaking, lineOf } from '../line.ts'
import { slices, stateText } from '../state-text.ts'
import type { Claim, Found } from './claim.ts'

/** Lines give way to a document once they are longer than that, and than the document that they follow. In characters. */
const LONGEST_LINES = 256 * 1024

export type WorldOptions = LineMaking & {
  workspace: Workspace
  claim: Claim
  /** What a workspace is made of on its first use: of one that is still so nothing is kept. */
  start: Start
  /** What is in memory is not what is kept, and is of no use any more. */
  lost(): void
  /** It has left memory, and is free for others. */
  left(): void
}

/** One world that is kept in Redis: each change as a line, and now and then all of it. */
export class KeptWorld implements Kept {
  readonly claim: Claim
  readonly #options: WorldOptions
  /** The number of the last line that was sent. */
  #number: number
  /** The last step that what is kept knows of. */
  #requests: number
  /** Of the document, 0 where there is none yet, and of the lines since. In characters. */
  #lengths: { document: number; lines: number }
  #isReplacing = false
  #lost: Error | undefined
  /** Until all that was sent is kept; rejected for ever once anything is not. */
  #tail: Promise<void> = Promise.resolve()

  constructor(options: WorldOptions, { last, document, lines }: Found) {
    this.#options = options
    this.claim = options.claim
    this.#number = last
    this.#requests = options.workspace.requests
    this.#lengths = { document: document?.length ?? 0, lines: lines.reduce((length, line) => length + line.length, 0) }
  }

  changed(undo: Undo): Promise<void> | undefined {
    if (this.#lost) throw this.#lost
    const { workspace, start } = this.#options
    // A line needs something that it follows.
    const isFirst = !this.#lengths.document
    if (isFirst && workspace.isNew(start)) return undefined
    this.#number++
    this.#requests = workspace.requests
    const sent = isFirst ? this.#replace() : this.#append(lineOf(workspace, undo, this.#number, this.#options))
    this.#tail = Promise.all([this.#tail, sent]).then(() => {})
    return this.#tail
  }

  /** A refusal makes no line, but counts as a step. */
  async flush(): Promise<void> {
    await this.#tail
    if (this.#lengths.document && this.#requests !== this.#options.workspace.requests) await this.#replace()
  }

  letGo(): void {
    this.#options.left()
  }

  /** Looks whether it is still this process's. @throws RedisUnavailable */
  async check(): Promise<void> {
    await this.#heed(this.claim.check())
  }

  async #append(line: string): Promise<void> {
    const lengths = this.#lengths
    lengths.lines += line.length
    const isKept = await this.#heed(this.claim.append(this.#number, line))
    // Where Redis has lost lines of its own, all that is in memory makes up for it.
    if (!isKept) await this.#replace()
    else if (lengths.lines > Math.max(LONGEST_LINES, lengths.document)) void this.#replaceLater()
  }

  /** All of it, at once: what comes next follows it. */
  async #replace(): Promise<void> {
    const text = [...this.#pieces()].join('')
    this.#requests = this.#options.workspace.requests
    this.#lengths = { document: text.length, lines: 0 }
    await this.#heed(this.claim.replace(this.#number, text))
  }

  /** The same in slices, while requests are served; it holds what it is now. */
  async #replaceLater(): Promise<void> {
    if (this.#isReplacing) return
    this.#isReplacing = true
    const number = this.#number
    const { lines } = this.#lengths
    let text = ''
    for (const slice of slices(this.#pieces())) {
      text += slice
      await nextTurn()
    }
    // What fails is told to whoever changes it next.
    if (!this.#lost) await this.#heed(this.claim.replace(number, text)).catch(() => {})
    this.#lengths = { document: text.length, lines: this.#lengths.lines - lines }
    this.#isReplacing = false
  }

  #pieces(): Generator<string> {
    const { workspace, library, product } = this.#options
    return stateText(keptWorkspace(workspace, library), product)
  }

  /** What cannot be kept is taken back: with all that came after it, by reading it again. */
  async #heed<R>(work: Promise<R>): Promise<R> {
    try {
      return await work
    } catch (error) {
      if (!this.#lost) {
        this.#lost = error as Error
        this.#options.lost()
      }
      throw error
    }
  }
}
