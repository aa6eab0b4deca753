import { setImmediate } from 'node:timers/promises'
import { stopwatch } from './clock.ts'

/** How long work goes on before others have their turn, in milliseconds; shorter where a piece of it may take long itself. */
const TURN_MS = 5
const SHORT_TURN_MS = 2

/** To be awaited between two pieces of long work: requests that came in meanwhile are served first. */
export function turns(elapsed: () => number = stopwatch(), most = TURN_MS): () => Promise<void> | undefined {
  let since = elapsed()
  const begin = () => {
    since = elapsed()
  }
  return () => (elapsed() - since < most ? undefined : setImmediate().then(begin))
}

export const shortTurns = () => turns(stopwatch(), SHORT_TURN_MS)

/** What work in pieces comes to, done without a pause. */
export function atOnce<R>(pieces: Generator<unknown, R>): R {
  for (;;) {
    const { done, value } = pieces.next()
    if (done) return value
  }
}

/** The same with turns for others between the pieces; `use` is called with it at once, before anything else comes. */
export async function inTurns<R, U>(pieces: Generator<unknown, R>, use: (result: R) => U): Promise<U> {
  const rest = shortTurns()
  for (;;) {
    const { done, value } = pieces.next()
    if (done) return use(value)
    await rest()
  }
}
