import type { Idleness } from './idleness.ts'
import type { Holder } from './keeper.ts'
import type { Place, Places } from './places.ts'
import type { Workspace } from './workspace.ts'

/** How workspaces leave memory, other than by being deleted. */
export class Departures implements Holder {
  readonly #places: Places
  readonly #idleness: Idleness
  readonly #leaving = new Set<Place>()

  constructor(places: Places, idleness: Idleness) {
    this.#places = places
    this.#idleness = idleness
  }

  has(place: Place): boolean {
    return this.#leaving.has(place)
  }

  /**
   * Has a workspace leave, once all that is to be kept of it is. One that is used meanwhile stays, and one that was deleted
   * is gone already. @throws where it cannot be kept
   */
  async see(place: Place): Promise<void> {
    const { workspace, kept, lastUse } = place
    this.#leaving.add(place)
    try {
      await kept?.flush()
    } finally {
      this.#leaving.delete(place)
    }
    if (place.lastUse !== lastUse || place.requests || this.#places.of(workspace) !== place) return
    this.#places.delete(workspace.name)
    this.#idleness.left(workspace, lastUse)
    kept?.letGo()
  }

  async giveUp(name: string): Promise<void> {
    const place = this.#places.get(name)
    if (!place || !this.#idleness.isQuiet(place) || this.has(place)) return
    await this.see(place)
    // Whoever listens to it does so elsewhere.
    if (!this.#places.has(name)) this.#places.audience.end(name)
  }

  drop(workspace: Workspace): void {
    if (this.#places.of(workspace)) this.#places.end(workspace.name)
  }
}
