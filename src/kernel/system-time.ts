/** The system's time as one workspace reads it: while a step is carried out it stands still, so that there is one to tell. */
export class SystemTime {
  readonly #read: () => number
  #held: number | undefined

  /** `read` in milliseconds since the epoch. */
  constructor(read: () => number) {
    this.#read = read
  }

  now = (): number => this.#held ?? this.#read()

  hold(now: number): void {
    this.#held = now
  }

  letGo(): void {
    this.#held = undefined
  }
}
