/** The signals that ask a process to stop, and their numbers. */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/**
 * Heeds the signals that ask for a stop. Made before anything else is loaded: a signal that comes earlier than its handler
 * is lost for ever where the process is the first of its container.
 */
export class Signals {
  #asked = false
  #stop: (() => void) | undefined
  #isHeld = false

  constructor() {
    for (const [signal, number] of Object.entries(SIGNALS)) process.on(signal, () => this.#heed(number))
  }

  /** From now on there is something to put in order before the end: a stop waits until it is said how. */
  hold(): void {
    this.#isHeld = true
  }

  /** How to stop; done at once where it was asked for already. */
  onStop(stop: () => void): void {
    this.#stop = stop
    if (this.#asked) stop()
  }

  #heed(number: number): void {
    // Asked twice, it goes at once; what is written so far is whole.
    if (this.#asked) process.exit(1)
    if (!this.#isHeld) process.exit(128 + number)
    this.#asked = true
    this.#stop?.()
  }
}
