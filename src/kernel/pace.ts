import { setImmediate as nextTurn } from 'node:timers/promises'
import { stopwatch } from './clock.ts'

/** How long work goes on before requests have their turn, in milliseconds. */
const SLICE_MS = 2

/** Lets others have their turn now and then in work that takes long. */
export class Pace {
  #elapsed = stopwatch()

  /** Call it after each piece of work. */
  async breathe(): Promise<void> {
    if (this.#elapsed() < SLICE_MS) return
    await nextTurn()
    this.#elapsed = stopwatch()
  }
}
