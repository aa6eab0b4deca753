import { isLike } from '../kernel/text/path-pattern.ts'

/** Headers of the connection, the gateway or the moment, in lower case: they tell nothing of what was asked. */
const OF_THE_CONNECTION =
  /^(?:x-sandbox-.*|date|age|connection|keep-alive|transfer-encoding|content-length|content-encoding|server|via|vary|set-cookie|etag|last-modified|expires|alt-svc)$/

/** Whether a header is of the answer itself. */
export const isTelling = (name: string): boolean => !OF_THE_CONNECTION.test(name)

/** A day or an instant as ISO has it. */
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

const DURATION = /\.timeTakenMs$/
const CORRELATION = /correlation-?id$/i

/** What may differ without a meaning: by its place, or since both sides are times that nobody asked for. */
export class Noise {
  readonly #patterns: readonly string[]
  readonly #correlated = new Map<string, string>()
  /** All that was sent so far: a time that stands in it was meant. */
  #sent = ''

  /** `patterns` are places, with `*` for anything. */
  constructor(patterns: readonly string[]) {
    this.#patterns = patterns
  }

  /** What is sent from now on is known. */
  know({ path, body = '' }: { path: string; body?: string | undefined }): void {
    this.#sent += `${path}\n${body}\n`
  }

  /** What goes in place of the id that a request had. */
  correlate(recorded: string, actual: string): void {
    this.#correlated.set(recorded, actual)
  }

  /** Whether a place is passed over, whatever stands there. */
  isAt = (path: string): boolean => this.#patterns.some((pattern) => isLike(path, pattern))

  /** Whether two values that are there may differ. */
  isBetween(path: string, one: unknown, other: unknown): boolean {
    if (typeof one !== typeof other) return false
    if (typeof one === 'number') return DURATION.test(path)
    if (typeof one !== 'string' || typeof other !== 'string') return false
    if (CORRELATION.test(path) || this.#correlated.get(one) === other) return true
    return formOf(one) !== undefined && formOf(one) === formOf(other) && !this.#isMeant(one)
  }

  #isMeant = (time: string): boolean => this.#sent.includes(time.slice(0, DAY))
}

const DAY = '2026-03-02'.length

/** Times are alike where both are days, or both are instants. */
const formOf = (text: string): 'day' | 'instant' | undefined =>
  TIME.test(text) ? (text.length > DAY ? 'instant' : 'day') : undefined
