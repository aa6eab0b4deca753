import { Low } from 'lowdb'
import type { LimitFunction } from 'p-limit'
import { sometimes } from '../sometimes.ts'
import type { Undo } from '../states/snapshot.ts'
import type { Start } from '../states/start.ts'
import type { Coming, Kept } from '../workspaces/keeper.ts'
import { Unavailable } from '../workspaces/unavailable.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { keptWorkspace } from './kept-state.ts'
import { type LineMaking, lineOf, lineOfAll } from './line.ts'
import type { Foresight } from './line-ahead.ts'
import type { Machine } from './machine.ts'
import type { Files } from './recall.ts'
import { StuckFile } from './state-file.ts'
import { LostFolder, type Tenure } from './tenure.ts'
import { WriteBehind } from './write-behind.ts'

export type KeptOptions = LineMaking & {
  machine: Machine
  tenure: Tenure
  files: Files
  /** The number of the last line in its files; undefined where it has none. */
  line: number | undefined
  /** What a workspace is made of on its first use: one that is still so has no file. */
  start: Start
  lanes: LimitFunction
  /** What writes states that are still to come, if anything does. */
  foresight: Foresight | undefined
  /** Told when it has a file. */
  began(): void
  /** Told when it is kept there no more. */
  ended(): void
  report(error: Error): void
}

/** Lines as long as the state file make it be written whole, but none shorter than this, in bytes. */
const SHORTEST = 1024 * 1024
/** How long after a line that could not be added it is tried whether one can be, in milliseconds. */
const RETRY_MS = 1000

/** One workspace in its files: a line for each change, and the state as a whole, written seldom and behind the requests. */
export class KeptFile implements Kept {
  readonly #workspace: Workspace
  readonly #options: KeptOptions
  readonly #writer: WriteBehind
  #line: number | undefined
  /** The number of the last step that its files hold. */
  #requests: number | undefined
  #failure: Error | undefined
  #stopRetry: (() => void) | undefined
  #isOver = false

  constructor(workspace: Workspace, options: KeptOptions) {
    this.#workspace = workspace
    this.#options = options
    this.#line = options.line
    if (options.line !== undefined) this.#requests = workspace.requests
    const { lanes, machine } = options
    this.#writer = new WriteBehind({
      ...{ lanes, timing: machine.timing, write: () => this.#write() },
      report: (error) => this.#report(error),
    })
    if (options.files.lines.size) this.#writer.changed()
  }

  /** What keeps it from writing, if anything does. */
  get trouble(): string | undefined {
    const { failure, overdue } = this.#writer
    if (this.#failure ?? failure) return (this.#failure ?? failure)?.message
    if (!overdue) return undefined
    return `${this.#options.files.state.path} is not written: it has waited for ${Math.round(overdue / 1000)} seconds`
  }

  /** For how long the state file waits to be written whole, in milliseconds. */
  get waited(): number {
    return this.#writer.waited
  }

  changed(undo: Undo): undefined {
    if (this.#line === undefined && this.#workspace.isNew(this.#options.start)) return
    try {
      this.#checkPlace()
      this.#append(undo)
    } catch (error) {
      this.#fail(error)
      throw error
    }
    this.#recover()
    this.#writer.changed()
    const { state, lines } = this.#options.files
    if (lines.size > Math.max(SHORTEST, state.size)) this.#writer.hurry()
  }

  foresee(coming: Coming): Promise<() => void> | undefined {
    const { files, foresight } = this.#options
    const check = () => this.#checkPlace()
    return foresight?.write(coming, { path: files.lines.path, last: this.#line ?? 0, check })
  }

  async flush(): Promise<void> {
    const isCounted = this.#workspace.requests === this.#requests
    const isWhole = this.#line === undefined || (isCounted && !this.#options.files.lines.size)
    if (!isWhole && !this.#options.tenure.lost) this.#writer.changed()
    await this.#writer.flush()
  }

  letGo(): void {
    sometimes('world left memory for another')
    void this.abandon()
  }

  /** Writes no more; done when a write under way is. */
  async abandon(): Promise<void> {
    this.#isOver = true
    this.#stopRetry?.()
    this.#options.ended()
    await this.#writer.abandon()
    this.#options.files.lines.close()
  }

  /** @throws Unavailable where nothing may be written: the folder is another's, or a file that nobody has read is in it */
  #checkPlace(): void {
    const { files, machine, tenure } = this.#options
    if (this.#isOver) throw new StuckFile(files.state.path, 'written', new Error('the sandbox was closed'))
    try {
      tenure.checkNow()
    } catch (error) {
      // The lock may be out of sight, as all else there is.
      throw error instanceof Unavailable ? error : new StuckFile(files.lines.path, 'written', error)
    }
    if (this.#line !== undefined || !machine.disk.find(files.state.path)) return
    throw new StuckFile(files.state.path, 'written', new Error('there is a file already'))
  }

  #append(undo: Undo): void {
    const { files, foresight, began } = this.#options
    const ahead = undo.replaced && foresight?.find(this.#workspace, this.#line)
    const number = ahead?.next ?? (this.#line ?? 0) + 1
    if (ahead) files.lines = ahead.replace(files.lines, this.#workspace.requests)
    else if (this.#line === undefined) files.lines.append(lineOfAll(this.#workspace, number, this.#options))
    else files.lines.append(lineOf(this.#workspace, undo, number, this.#options))
    if (this.#line === undefined) began()
    this.#line = number
  }

  async #write(): Promise<void> {
    const { files, library, tenure } = this.#options
    const line = this.#line
    if (line === undefined) return
    const { requests } = this.#workspace
    const { lines } = files
    const place = lines.size
    await new Low(files.state, { ...keptWorkspace(this.#workspace, library), line }).write()
    // Of a workspace that was deleted meanwhile nothing is to be left.
    if (this.#isOver) return
    tenure.checkNow()
    // Others have taken their place that hold all of it.
    if (files.lines !== lines) return
    lines.beginAnew(place)
    this.#requests = requests
  }

  #fail(error: unknown): void {
    if (!(error instanceof Unavailable)) return
    const isKnown = this.#failure?.message === error.message
    this.#failure = error
    if (!isKnown) this.#report(error)
    this.#retryLater()
  }

  #retryLater(): void {
    if (this.#stopRetry || this.#isOver) return
    this.#stopRetry = this.#options.machine.timing.after(RETRY_MS, () => {
      this.#stopRetry = undefined
      try {
        this.#checkPlace()
        this.#options.files.lines.probe()
        this.#recover()
      } catch (error) {
        this.#fail(error)
      }
    })
  }

  #recover(): void {
    this.#failure = undefined
    this.#stopRetry?.()
    this.#stopRetry = undefined
  }

  /** That the folder is lost was told by then. */
  #report(error: Error): void {
    if (!(error instanceof LostFolder)) this.#options.report(error)
  }
}
