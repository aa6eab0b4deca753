import type { Workspace } from './workspace.ts'

/** When a workspace was asked for last, and how many requests are being served on it. */
type Use = { lastUse: number; requests: number }

/** A workspace without a request for this long may make room for another. In milliseconds. */
const IDLE_AFTER = 60_000

/** One that nobody has asked for in so long is not in use at this moment. In milliseconds. */
const QUIET_AFTER = 300

/** How long nobody has asked for a workspace, by a clock that nobody sets: the machine's may jump. */
export class Idleness {
  /** Milliseconds since some moment. */
  readonly now: () => number
  /** How long a workspace stays that nobody asks for. */
  readonly #ttl: number
  readonly #begin: number
  /** When those that are not in memory were asked for last; at the start, unless said. */
  readonly #lastUses = new Map<string, number>()

  constructor(now: () => number, ttl = Number.POSITIVE_INFINITY) {
    this.now = now
    this.#ttl = ttl
    this.#begin = now()
  }

  /** Whether any workspace is ever let go. */
  get isLimited(): boolean {
    return Number.isFinite(this.#ttl)
  }

  mayMakeRoom({ requests, lastUse }: Use): boolean {
    return !requests && this.now() - lastUse >= IDLE_AFTER
  }

  /** Whether one in memory is not in use at this moment. */
  isQuiet({ requests, lastUse }: Use): boolean {
    return !requests && this.now() - lastUse >= QUIET_AFTER
  }

  /** Whether one in memory was not asked for in so long that it may be let go. */
  isOver({ requests, lastUse }: Use): boolean {
    return !requests && this.now() - lastUse >= this.#ttl
  }

  /** The same of one that is not in memory. */
  isOverFor(name: string): boolean {
    return this.isOver({ requests: 0, lastUse: this.#lastUses.get(name) ?? this.#begin })
  }

  /** A workspace has left memory, or is to be counted as if it had been asked for then. */
  left({ name }: Pick<Workspace, 'name'>, lastUse: number): void {
    this.#lastUses.set(name, lastUse)
  }

  /** A workspace has come into memory, or there is none any more. */
  drop(name: string): void {
    this.#lastUses.delete(name)
  }
}
