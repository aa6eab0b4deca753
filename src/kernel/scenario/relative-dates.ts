import { DateTime, Duration } from 'luxon'

const RELATIVE = /^asOf(?:(?<sign>[+-])(?<period>P[0-9A-Z.]+))?(?<date>:date)?$/

/** Told of a text that is meant as a date and is none, and of where in the value it stands. */
type Tell = (path: PropertyKey[], message: string) => void

/**
 * Replaces `asOf-P30D` by an instant and `asOf-P30D:date` by a date, wherever they stand in what is written. Each is worked
 * out once, and only what holds one is copied.
 */
export class RelativeDates {
  readonly #asOf: number
  readonly #known = new Map<string, string | null>()

  /** Relative to an instant, in milliseconds since the epoch. */
  constructor(asOf: number) {
    this.#asOf = asOf
  }

  replaceIn(value: unknown, tell: Tell): unknown {
    if (typeof value === 'string') return value.startsWith('asOf') ? this.#absolute(value, tell) : value
    if (typeof value !== 'object' || value === null) return value
    let copy: Record<string, unknown> | undefined
    for (const name in value) {
      const member = (value as Record<string, unknown>)[name]
      // Most of what is written is no such text, and is passed over without more ado.
      if (typeof member === 'string' ? !member.startsWith('asOf') : typeof member !== 'object') continue
      const key = Array.isArray(value) ? Number(name) : name
      const replaced = this.replaceIn(member, (path, message) => tell([key, ...path], message))
      if (replaced === member) continue
      copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
      copy[name] = replaced
    }
    return copy ?? value
  }

  #absolute(text: string, tell: Tell): string {
    let date = this.#known.get(text)
    if (date === undefined) {
      date = this.#workOut(text)
      this.#known.set(text, date)
    }
    if (date === null) tell([], `'${text}' is no date: write a period such as asOf-P1Y2M3DT4H`)
    return date ?? text
  }

  /** Null where it is no date. */
  #workOut(text: string): string | null {
    const relative = RELATIVE.exec(text)?.groups
    if (!relative) return text
    const period = Duration.fromISO(relative.period ?? 'P0D')
    if (!period.isValid) return null
    const date = DateTime.fromMillis(this.#asOf, { zone: 'utc' })
    const moved = relative.sign === '-' ? date.minus(period) : date.plus(period)
    return relative.date ? moved.toISODate() : moved.toISO()
  }
}
