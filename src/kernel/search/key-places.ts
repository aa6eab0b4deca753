/** Which keys are wanted: one of some, or any that contains a text. */
export type Wanted = { keys: readonly string[] } | { part: string }

/** The places of rows by their keys. What was noted once stays, so it says who may have a key. */
export class KeyPlaces {
  /** A key that only one row has, as most mail addresses are, needs no list. */
  readonly #places = new Map<string, number | number[]>()
  /** How much was noted. */
  size = 0

  note(key: string, place: number): void {
    const known = this.#places.get(key)
    if (known === place) return
    this.size++
    if (known === undefined) this.#places.set(key, place)
    else if (typeof known === 'number') this.#places.set(key, [known, place])
    else known.push(place)
  }

  /** Counts one more for each place with a wanted key that stands at `count`; gives how many there were. */
  mark(marks: Uint8Array, count: number, wanted: Wanted): number {
    let marked = 0
    const mark = (place: number): void => {
      if (marks[place] !== count) return
      marks[place] = count + 1
      marked++
    }
    const markAll = (places: number | number[] | undefined): void => {
      if (typeof places === 'number') mark(places)
      else places?.forEach(mark)
    }
    if ('keys' in wanted) for (const key of wanted.keys) markAll(this.#places.get(key))
    else
      this.#places.forEach((places, key) => {
        if (key.includes(wanted.part)) markAll(places)
      })
    return marked
  }
}
