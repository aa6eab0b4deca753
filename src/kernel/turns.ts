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
