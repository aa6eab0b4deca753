/** Told of what becomes of a world, at once and in a few words: whoever listens looks for itself. */
export type Listener = {
  /** A step is kept. */
  kept(id: number): void
  /** What waits for somebody to let it go on is no more the same. */
  held(): void
  /** Its steps are numbered anew, beginning after `latest`. */
  restarted(latest: number): void
  /** A world of its name has come into memory; this is the number of its last step. */
  came(latest: number): void
  /** Nothing more is told. */
  ended(): void
}

/** How many may listen to a process at once. */
const MOST_LISTENERS = 200

/**
 * Who listens to worlds, by their names: what is listened to need not be there, and stays no longer for it
 * (decision Stream).
 */
export class Audience {
  readonly #most: number
  readonly #listeners = new Map<string, Set<Listener>>()
  #size = 0
  #isOver = false

  constructor(most = MOST_LISTENERS) {
    this.#most = most
  }

  /** How many listen. */
  get size(): number {
    return this.#size
  }

  /** Whether nobody else may join. */
  get isFull(): boolean {
    return this.#size >= this.#most
  }

  /** Whether it is over: whoever joins now hears nothing. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Those who listen to a world; undefined where nobody does. */
  of(name: string): Iterable<Listener> | undefined {
    return this.#listeners.get(name)
  }

  /** Tells a listener from now on; gives back how to leave, which may be done twice. */
  join(name: string, listener: Listener): () => void {
    const others = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, others.add(listener))
    this.#size++
    return () => {
      if (!others.delete(listener)) return
      this.#size--
      if (!others.size && this.#listeners.get(name) === others) this.#listeners.delete(name)
    }
  }

  /** Sends away those who listen to a world that is gone. */
  end(name: string): void {
    for (const listener of [...(this.of(name) ?? [])]) listener.ended()
  }

  /** Sends all away, and lets nobody in any more. */
  close(): void {
    this.#isOver = true
    for (const name of [...this.#listeners.keys()]) this.end(name)
  }
}
