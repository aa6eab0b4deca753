import type { Changes } from './tables/changes.ts'

/** Named counters: ids that repeat after a reset, survive a restart, and read well in a diff. */
export class Counters {
  readonly #start: Readonly<Record<string, number>>
  readonly #changes: Changes
  readonly #undoable: (takeBack: () => void) => void

  constructor(start: Readonly<Record<string, number>>, changes: Changes, undoable: (takeBack: () => void) => void) {
    this.#start = start
    this.#changes = changes
    this.#undoable = undoable
  }

  /** The last number handed out; 0 before the first. */
  last(kind: string): number {
    return this.#changes.counters.get(kind) ?? this.#start[kind] ?? 0
  }

  next(kind: string): number {
    const value = this.last(kind) + 1
    this.set(kind, value)
    return value
  }

  set(kind: string, value: number): void {
    const before = this.#changes.counters.get(kind)
    this.#changes.count(kind, value)
    this.#undoable(() => this.#changes.count(kind, before))
  }
}
