import type { Change } from '../tables/transactions.ts'
import type { Snapshot } from './snapshot.ts'

/** A state that was kept under a name, with the instant of its world when it was; milliseconds since the epoch. */
export type NamedSnapshot = { name: string; at: number; snapshot: Snapshot }

/** How many a workspace keeps. */
export const MOST_SNAPSHOTS = 100

/** The states of a workspace that were given names, in the order in which they were taken. They outlive resets and loads. */
export class Snapshots {
  #all: readonly NamedSnapshot[] = []
  readonly #change: Change

  constructor(change: Change) {
    this.#change = change
  }

  get size(): number {
    return this.#all.length
  }

  /** Another list after each change: this one stays as it is. */
  get all(): readonly NamedSnapshot[] {
    return this.#all
  }

  get(name: string): NamedSnapshot | undefined {
    return this.#all.find((named) => named.name === name)
  }

  /** One of the same name is replaced. @throws what the change of the workspace throws, and nothing is kept */
  put(named: NamedSnapshot): void {
    this.replace([...this.#without(named.name), named])
  }

  /** Whether there was one. */
  remove(name: string): boolean {
    const known = this.get(name) !== undefined
    if (known) this.replace(this.#without(name))
    return known
  }

  /** These, and no others. */
  replace(all: readonly NamedSnapshot[]): void {
    const before = this.#all
    this.#change(
      () => (this.#all = all),
      () => (this.#all = before),
    )
  }

  #without(name: string): NamedSnapshot[] {
    return this.#all.filter((named) => named.name !== name)
  }
}
