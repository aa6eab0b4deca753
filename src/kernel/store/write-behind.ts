import { stopwatch } from '../clock.ts'
import type { Lanes } from './lanes.ts'

/** How long a change waits for others to be written with, in milliseconds. */
const GATHER_MS = 20
/** The pause after a write, in durations of that write: so writing takes a twentieth of the time at most. */
const PAUSE = 20
/** The pause after a write that failed, in milliseconds. */
const RETRY_MS = 1000

export type Write = () => Promise<void>

/** Writes after changes, behind the requests that make them: one write at a time, one more at most to come. */
export class WriteBehind {
  /** Why the last write failed, until one succeeds. */
  failure: Error | undefined
  readonly #write: Write
  readonly #lanes: Lanes
  readonly #report: (error: Error) => void
  readonly #now = stopwatch()
  #due = false
  #abandoned = false
  #notBefore = 0
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined

  constructor(write: Write, lanes: Lanes, report: (error: Error) => void) {
    this.#write = write
    this.#lanes = lanes
    this.#report = report
  }

  /** There is something to write. */
  changed(): void {
    this.#due = true
    this.#schedule()
  }

  /** Has everything written now. @throws when it cannot be */
  async flush(): Promise<void> {
    while (this.#running || this.#due) {
      await (this.#running ?? this.#run())
      if (this.failure) throw this.failure
    }
  }

  /** Writes no more; done when a write under way is. */
  async abandon(): Promise<void> {
    this.#abandoned = true
    clearTimeout(this.#timer)
    await this.#running
  }

  #schedule(): void {
    if (this.#timer || this.#running || this.#abandoned) return
    const wait = Math.max(GATHER_MS, this.#notBefore - this.#now())
    this.#timer = setTimeout(() => this.#run(), wait)
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#running = this.#attempt().finally(() => {
      this.#running = undefined
      if (this.#due) this.#schedule()
    })
    return this.#running
  }

  async #attempt(): Promise<void> {
    const elapsed = stopwatch()
    try {
      await this.#lanes.run(() => {
        this.#due = false
        return this.#write()
      })
      this.failure = undefined
      // Waiting for a lane counts: the more there is to write, the longer everyone pauses.
      this.#notBefore = this.#now() + PAUSE * elapsed()
    } catch (error) {
      this.#due = true
      this.#notBefore = this.#now() + RETRY_MS
      const known = this.failure?.message === (error as Error).message
      this.failure = error as Error
      if (!known) this.#report(this.failure)
    }
  }
}
