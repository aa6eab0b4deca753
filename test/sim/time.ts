import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Timing } from '../../src/kernel/store/timing.ts'

/** Every simulation begins at the same instant. */
const BEGINS = Date.UTC(2026, 2, 2, 9)

/** After so many turns something is read from the machine's own disk, as scenarios are; after so many more nothing comes. */
const QUICK_TURNS = 2000
const SLOW_TURNS = 30_000

type Timer = { at: number; work(): void }

/** The only time there is while a simulation runs: it stands still but for what passes of it. */
export class Time implements Timing {
  #system = BEGINS
  #elapsed = 0
  readonly #timers = new Set<Timer>()
  /** Those whom somebody waits for. */
  readonly #awaited = new Set<Timer>()

  /** Milliseconds since the epoch, as worlds have it. */
  readonly system = (): number => this.#system
  /** Milliseconds since the beginning, by the clock that nobody sets. */
  readonly now = (): number => this.#elapsed

  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#elapsed + ms, work }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = { at: this.#elapsed + ms, work: () => over() }
      const over = (): void => {
        this.#awaited.delete(timer)
        resolve()
      }
      this.#timers.add(timer)
      this.#awaited.add(timer)
    })
  }

  /** Lets time pass, and what waits for its time do what it then does. */
  async pass(ms: number): Promise<void> {
    this.#system += ms
    await this.#go(ms)
  }

  /** Waits until something has come about. Where that waits for time, so much passes, but not for the worlds. */
  async until<R>(coming: Promise<R>): Promise<R> {
    let isThere = false
    const there = () => {
      isThere = true
    }
    coming.then(there, there)
    for (let turn = 1; !isThere; turn++) {
      await nextTurn()
      // Whatever goes on by itself has come to its end by then.
      if (turn % 20 === 0 && this.#awaited.size)
        await this.#go(Math.min(...[...this.#awaited].map(({ at }) => at)) - this.#elapsed)
      if (turn > QUICK_TURNS) await sleep(1)
      if (turn > QUICK_TURNS + SLOW_TURNS) throw new Error('it waits for something that does not come')
    }
    return coming
  }

  /** As on a machine that slept: what should have been done meanwhile is done once, at the end. */
  async #go(ms: number): Promise<void> {
    this.#elapsed += Math.max(0, ms)
    const due = [...this.#timers].filter(({ at }) => at <= this.#elapsed).sort((one, other) => one.at - other.at)
    for (const timer of due) {
      // One that was due before it may have called it off.
      if (!this.#timers.delete(timer)) continue
      timer.work()
      await settled()
    }
    await settled()
  }
}

/** Lets all that waits for nothing but its turn have it. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await nextTurn()
}

/** Does work in which stopwatches go by a time of their own. */
export async function inTime<R>(work: (time: Time) => Promise<R>): Promise<R> {
  const time = new Time()
  const { now } = performance
  performance.now = time.now
  try {
    return await work(time)
  } finally {
    performance.now = now
  }
}
