import { stopwatch } from '../../kernel/clock.ts'

/** How long the first answer waits for others, in milliseconds. */
const LONGEST_WAIT_MS = 1

/**
 * Lets the answers of one turn of the loop leave together. One that leaves alone wakes its client, which costs more than
 * most answers take to make; of several, all but the first find it awake.
 */
export class Convoy {
  readonly #elapsed: () => number
  #waiting: (() => void)[] = []
  #since = 0

  constructor(elapsed: () => number = stopwatch()) {
    this.#elapsed = elapsed
  }

  /** Gives an answer back when it is time to let it go. */
  join<Answer>(answer: Answer | Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const wait = (made: Answer) => this.#wait(() => resolve(made))
      if (answer instanceof Promise) answer.then(wait, reject)
      else wait(answer)
    })
  }

  #wait(leave: () => void): void {
    const others = this.#waiting.push(leave) - 1
    if (!others) {
      this.#since = this.#elapsed()
      setImmediate(() => this.#leave())
    } else if (this.#elapsed() - this.#since > LONGEST_WAIT_MS) this.#leave()
  }

  #leave(): void {
    const leaving = this.#waiting
    this.#waiting = []
    for (const leave of leaving) leave()
  }
}
