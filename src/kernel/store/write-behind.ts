import type { LimitFunction } from 'p-limit'
import { realTiming, type Timing } from './timing.ts'

/** How long a write that is wanted waits for others to come with it, in milliseconds. */
const GATHER_MS = 20
/** The time without a change after which nobody is in the way of a write, in milliseconds. */
const QUIET_MS = 1000
/** The pause after a write, in durations of that write: so writing takes a twentieth of the time at most. */
const PAUSE = 20
/** The pause after a write that failed, in milliseconds. */
const RETRY_MS = 1000
/** A change that waits for so many pauses, none counted as shorter than that after a failure, waits too long. */
const PATIENCE = 10

export type WriteOptions = {
  write(): Promise<void>
  /** Lets so many write at once, over all workspaces. */
  lanes: LimitFunction
  timing?: Timing
  /** Told of a write that fails, once until another thing is wrong. */
  report(error: Error): void
}

/**
 * Writes after changes, behind the requests that make them: when there was none for a while, or when it is wanted. One write
 * at a time, one more at most to come.
 */
export class WriteBehind {
  /** Why the last write failed, until one succeeds. */
  failure: Error | undefined
  readonly #options: WriteOptions
  readonly #timing: Timing
  #due = false
  #isWanted = false
  #lastChange = 0
  #abandoned = false
  #pause = RETRY_MS
  #notBefore = 0
  /** Since when a write is wanted that is not done. */
  #waiting: number | undefined
  #stopTimer: (() => void) | undefined
  /** The attempt under way, from its wait for a lane on; and the write itself. */
  #running: Promise<void> | undefined
  #writing: Promise<void> | undefined

  constructor(options: WriteOptions) {
    this.#options = options
    this.#timing = options.timing ?? realTiming
  }

  /** For how long a write has been wanted that is not done, in milliseconds; 0 where none is. */
  get waited(): number {
    return this.#waiting === undefined ? 0 : this.#timing.now() - this.#waiting
  }

  /** For how long one has been wanted that should be done by now, in milliseconds. */
  get overdue(): number | undefined {
    const { waited } = this
    return waited > PATIENCE * this.#pause ? waited : undefined
  }

  /** There is something to write, when there is time for it. */
  changed(): void {
    this.#lastChange = this.#timing.now()
    if (this.#due || this.#abandoned) return
    this.#due = true
    this.#schedule()
  }

  /** It is to be written now. */
  hurry(): void {
    if (this.#isWanted || this.#abandoned) return
    this.#isWanted = true
    this.#due = true
    this.#waiting ??= this.#timing.now()
    this.#stopTimer?.()
    this.#stopTimer = undefined
    this.#schedule()
  }

  /** Has everything written now. @throws when it cannot be */
  async flush(): Promise<void> {
    while (!this.#abandoned && (this.#running || this.#due)) {
      await (this.#running ?? this.#run())
      if (this.failure) throw this.failure
    }
  }

  /** Writes no more; done when a write under way is. One that only waits for its turn is given up. */
  async abandon(): Promise<void> {
    this.#abandoned = true
    this.#waiting = undefined
    this.#stopTimer?.()
    await this.#writing?.catch(() => {})
  }

  #schedule(): void {
    if (this.#stopTimer || this.#running || this.#abandoned) return
    const now = this.#timing.now()
    const due = Math.max(this.#notBefore, this.#isWanted ? now + GATHER_MS : this.#lastChange + QUIET_MS)
    this.#stopTimer = this.#timing.after(Math.max(0, due - now), () => {
      this.#stopTimer = undefined
      // Others have come meanwhile.
      if (!this.#isWanted && this.#timing.now() < this.#lastChange + QUIET_MS) this.#schedule()
      else this.#run()
    })
  }

  #run(): Promise<void> {
    this.#stopTimer?.()
    this.#stopTimer = undefined
    this.#running = this.#attempt().finally(() => {
      this.#running = undefined
      if (this.#due) this.#schedule()
    })
    return this.#running
  }

  async #attempt(): Promise<void> {
    const begun = this.#timing.now()
    this.#waiting ??= begun
    const since = this.#waiting
    try {
      await this.#options.lanes(() => this.#write())
      this.failure = undefined
      // Waiting for a lane counts: the more there is to write, the longer everyone pauses.
      const pause = PAUSE * (this.#timing.now() - begun)
      this.#pause = Math.max(RETRY_MS, pause)
      this.#notBefore = this.#timing.now() + pause
    } catch (error) {
      this.#due = true
      this.#isWanted = true
      this.#waiting = since
      this.#notBefore = this.#timing.now() + RETRY_MS
      const known = this.failure?.message === (error as Error).message
      this.failure = error as Error
      if (!known) this.#options.report(this.failure)
    }
  }

  async #write(): Promise<void> {
    if (this.#abandoned) return
    this.#due = false
    this.#isWanted = false
    const began = this.#timing.now()
    this.#writing = this.#options.write()
    try {
      await this.#writing
    } finally {
      this.#writing = undefined
    }
    // What came in between waits since then at the earliest.
    this.#waiting = this.#isWanted ? began : undefined
  }
}
