import type { Result } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'
import { holdsCard } from '../kernel/masking/redaction.ts'

/** More paths than these are looked for anew. */
const MOST_PATHS = 1000

/** A longer one is not worth its room. */
const LONGEST = 200

/** A router that finds what it has found before without looking: callers ask for the same paths again and again. */
export class RememberingRouter<T> extends TrieRouter<T> {
  readonly #found = new Map<string, Result<T>>()

  override add(method: string, path: string, handler: T): void {
    this.#found.clear()
    super.add(method, path, handler)
  }

  override match(method: string, path: string): Result<T> {
    const key = `${method} ${path}`
    const known = this.#found.get(key)
    if (known) return known
    const found = super.match(method, path)
    // What looks like a real card is kept nowhere.
    if (path.length > LONGEST || holdsCard(path)) return found
    if (this.#found.size >= MOST_PATHS) this.#found.clear()
    this.#found.set(key, found)
    return found
  }
}
