import { sha256 } from '../text/canonical.ts'

const BITS = 256

/** How many are taken over at once. */
const ITEMS_AT_A_TIME = 500

/** The SHA-256 of an item's text, as a number. */
export const hashOf = (text: string): bigint => BigInt(`0x${sha256(text)}`)

/** A sum of hashes; it depends on which items there are, not on the order in which they came. */
export const sumOf = (hashes: Iterable<bigint>): bigint => {
  let sum = 0n
  for (const hash of hashes) sum += hash
  return BigInt.asUintN(BITS, sum)
}

/** The digest of a state: what it starts from, and the sum of the hashes of all that differs. */
export const digestOver = (base: string, sum: bigint): string => sha256(base + sum.toString(16).padStart(BITS / 4, '0'))

/**
 * Which items of one kind differ from the start, and the sum of their hashes. An item that was written is looked at when
 * somebody wants to know: one that is written ten times is hashed once, and those that nobody wrote are left alone.
 */
export class Differences {
  /** The canonical text of an item as it is now; undefined where it does not differ. */
  readonly #textOf: (id: string) => string | undefined
  readonly #hashes = new Map<string, bigint>()
  readonly #written = new Set<string>()
  #sum = 0n

  constructor(textOf: (id: string) => string | undefined) {
    this.#textOf = textOf
  }

  /**
   * Knows what another knows, of a copy of the same items; in pieces, between which those of the other may be written or looked
   * at: whatever is written then is to be told here too. What waits comes first, as it may be looked at before its hash is taken.
   */
  *takeOver(other: Differences): Generator<undefined> {
    for (const id of other.#written) {
      this.#written.add(id)
      if (this.#written.size % ITEMS_AT_A_TIME === 0) yield
    }
    for (const [id, hash] of other.#hashes) {
      this.#hashes.set(id, hash)
      this.#sum += hash
      if (this.#hashes.size % ITEMS_AT_A_TIME === 0) yield
    }
    this.#sum = BigInt.asUintN(BITS, this.#sum)
  }

  wrote(id: string): void {
    this.#written.add(id)
  }

  /** Looks at what was written, the longest waiting first, until so many items are left to look at. */
  settle(left = 0): void {
    if (this.#written.size <= left) return
    for (const id of this.#written) {
      if (this.#written.size <= left) return
      this.#written.delete(id)
      this.#look(id)
    }
  }

  has(id: string): boolean {
    this.settle()
    return this.#hashes.has(id)
  }

  /** Whether any item differs: looks no further than to the first that does. */
  get any(): boolean {
    if (this.#hashes.size > this.#written.size) return true
    for (const id of this.#written) {
      this.settle(this.#written.size - 1)
      if (this.#hashes.has(id)) return true
    }
    return this.#hashes.size > 0
  }

  /** How many items differ. */
  get size(): number {
    this.settle()
    return this.#hashes.size
  }

  get sum(): bigint {
    this.settle()
    return this.#sum
  }

  /** The items that are still to be looked at. */
  get waiting(): Iterable<string> {
    return this.#written
  }

  /** How many these are. */
  get unsettled(): number {
    return this.#written.size
  }

  #look(id: string): void {
    const text = this.#textOf(id)
    const hash = text === undefined ? undefined : hashOf(text)
    this.#sum = BigInt.asUintN(BITS, this.#sum - (this.#hashes.get(id) ?? 0n) + (hash ?? 0n))
    if (hash === undefined) this.#hashes.delete(id)
    else this.#hashes.set(id, hash)
  }
}
