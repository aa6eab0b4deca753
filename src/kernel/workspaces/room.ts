import type { Departures } from './departures.ts'
import type { Idleness } from './idleness.ts'
import type { Place, Places } from './places.ts'
import { TooManyWorkspaces } from './unavailable.ts'

type Parts = { places: Places; idleness: Idleness; departures: Departures; most: number }

/** Room for so many workspaces in memory at once. */
export class Room {
  readonly #parts: Parts
  /** Places that are free but promised. */
  #promised = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get isThere(): boolean {
    const { places, most } = this.#parts
    return places.size + this.#promised < most
  }

  /** Keeps a free place while something comes that is to take it. */
  async promise<T>(coming: () => Promise<T>): Promise<T> {
    this.#promised++
    try {
      return await coming()
    } finally {
      this.#promised--
    }
  }

  /** Has the one leave that nobody has asked for in the longest time, of those that may. @throws TooManyWorkspaces */
  async make(mayGo: (place: Place) => boolean): Promise<void> {
    const { places, idleness, departures, most } = this.#parts
    const place = places.longestIdle(idleness, (one) => !departures.has(one) && mayGo(one))
    if (!place) throw new TooManyWorkspaces(`all ${most} workspaces are in use; delete one, or raise the limit`)
    try {
      await departures.see(place)
    } catch {
      // The keeper has told why.
      throw new TooManyWorkspaces(
        `no room: '${place.workspace.name}' would have to leave, but its file cannot be written`,
      )
    }
  }
}
