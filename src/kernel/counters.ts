/** Named counters: ids that repeat after a reset, survive a restart, and read well in a diff. */
export class Counters {
  readonly #start: Readonly<Record<string, number>>
  readonly #changed: Map<string, number>
  readonly #undoable: (takeBack: () => void) => void

  constructor(
    start: Readonly<Record<string, number>>,
    changed: Map<string, number>,
    undoable: (takeBack: () => void) => void,
  ) {
    this.#start = start
    this.#changed = changed
    this.#undoable = undoable
  }

  /** The last number handed out; 0 before the first. */
  last(kind: string): number {
    return this.#changed.get(kind) ?? this.#start[kind] ?? 0
  }

  next(kind: string): number {
    const value = this.last(kind) + 1
    this.set(kind, value)
    return value
  }

  set(kind: string, value: number): void {
    const before = this.#changed.get(kind)
    this.#changed.set(kind, value)
    this.#undoable(() => (before === undefined ? this.#changed.delete(kind) : this.#changed.set(kind, before)))
  }
}
