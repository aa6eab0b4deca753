import type { Snapshot } from './snapshot.ts'

/** A state that was kept under a name, with the instant of its world when it was; milliseconds since the epoch. */
export type NamedSnapshot = { name: string; at: number; snapshot: Snapshot }

/** How many a workspace keeps. */
export const MOST_SNAPSHOTS = 100

/** The states of a workspace that were given names, in the order in which they were taken. They outlive resets and loads. */
export class Snapshots {
  readonly #named = new Map<string, NamedSnapshot>()
  readonly #changed: () => void

  constructor(changed: () => void) {
    this.#changed = changed
  }

  get size(): number {
    return this.#named.size
  }

  get all(): NamedSnapshot[] {
    return [...this.#named.values()]
  }

  get(name: string): NamedSnapshot | undefined {
    return this.#named.get(name)
  }

  /** One of the same name is replaced. @throws what the change of the workspace throws, and nothing is kept */
  put(named: NamedSnapshot): void {
    const before = this.all
    this.#named.delete(named.name)
    this.#named.set(named.name, named)
    this.#tell(before)
  }

  /** Whether there was one. */
  remove(name: string): boolean {
    const before = this.all
    const known = this.#named.delete(name)
    if (known) this.#tell(before)
    return known
  }

  /** These, and no others. */
  replace(all: NamedSnapshot[]): void {
    this.#named.clear()
    for (const named of all) this.#named.set(named.name, named)
  }

  #tell(before: NamedSnapshot[]): void {
    try {
      this.#changed()
    } catch (error) {
      this.replace(before)
      throw error
    }
  }
}
