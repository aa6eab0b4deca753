import { setImmediate } from 'node:timers/promises'
import { stopwatch } from './clock.ts'

/** How long work goes on before others have their turn, in milliseconds. */
const TURN_MS = 5

/** To be awaited between two pieces of long work: requests that came in meanwhile are served first. */
export function turns(elapsed: () => number = stopwatch()): () => Promise<void> | undefined {
  let since = elapsed()
  const begin = () => {
    since = elapsed()
  }
  return () => (elapsed() - since < TURN_MS ? undefined : setImmediate().then(begin))
}
