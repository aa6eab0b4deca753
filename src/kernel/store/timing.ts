import { setTimeout as wait } from 'node:timers/promises'

/** Time as the store goes by it: nothing of it is state. All in milliseconds. */
export type Timing = {
  /** Since some moment, by a clock that nobody sets. */
  now(): number
  /** Does work later, unless what it gives back is called before. The process does not stay for it. */
  after(ms: number, work: () => void): () => void
  wait(ms: number): Promise<unknown>
}

export const realTiming: Timing = {
  now: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
  wait: (ms) => wait(ms),
}
