import { DateTime, Duration } from 'luxon'
import type { Change } from './tables/transactions.ts'

/** How a workspace's clock starts: with the system, or frozen at an ISO instant. */
export type ClockStart = 'real' | (string & {})

/** What is kept of a clock. `offset` and `now` in milliseconds, `now` since the epoch. */
export type ClockState = { mode: 'real' } | { mode: 'running'; offset: number } | { mode: 'frozen'; now: number }

/** What a clock follows unless told otherwise: milliseconds since the epoch. */
export const systemTime = (): number => Date.now()

/** Workspace time (decision Clock). The only reader of the system's clock, which tests may replace. */
export class Clock {
  #state: ClockState
  readonly #system: () => number
  readonly #change: Change
  #held: number | undefined
  /** The last instant that was written: most of a request is of one, and many requests are of one millisecond. */
  #written = { at: Number.NaN, text: '' }

  constructor(state: ClockState, system = systemTime, change: Change = (make) => make()) {
    this.#state = state
    this.#system = system
    this.#change = change
  }

  static start(start: ClockStart): ClockState {
    return start === 'real' ? { mode: 'real' } : { mode: 'frozen', now: clockInstant(start) }
  }

  get state(): ClockState {
    return this.#state
  }

  get mode(): ClockState['mode'] {
    return this.#state.mode
  }

  /** Milliseconds since the epoch. One that runs stops where clocks end, and begins where they do. */
  now(): number {
    if (this.#held !== undefined) return this.#held
    const state = this.#state
    const now = state.mode === 'frozen' ? state.now : this.#system() + (state.mode === 'running' ? state.offset : 0)
    return Math.max(FIRST, Math.min(LAST, now))
  }

  /** An instant as ISO text; the one that it shows unless said. */
  text(at = this.now()): string {
    if (this.#written.at !== at) this.#written = { at, text: isoInstant(at) }
    return this.#written.text
  }

  /** The day of the instant that it shows, in UTC: `2026-03-02`. */
  day(): string {
    return this.text().slice(0, DAY_LENGTH)
  }

  /** The system's time when this clock shows an instant; a frozen one shows any at any time. */
  systemAt(now: number): number {
    const state = this.#state
    if (state.mode === 'frozen') return this.#system()
    return state.mode === 'running' ? now - state.offset : now
  }

  /** Stands still at an instant until it is let go or set: what is done at once is done at one time. */
  hold(now = this.now()): void {
    this.#held = now
  }

  letGo(): void {
    this.#held = undefined
  }

  /** Sets mode and instant; without an instant the clock goes on from where it is. */
  set(mode: ClockState['mode'], now = this.now()): void {
    const before = this.#state
    this.#held = undefined
    const running = (): ClockState => ({ mode: 'running', offset: now - this.#system() })
    const after: ClockState = mode === 'real' ? { mode } : mode === 'frozen' ? { mode, now } : running()
    this.#change(
      () => (this.#state = after),
      () => (this.#state = before),
    )
  }

  /** Moves to an instant; a `real` clock becomes `running`, the others keep their mode. */
  moveTo(now: number): void {
    this.set(this.mode === 'real' ? 'running' : this.mode, now)
  }

  toJSON(): { mode: ClockState['mode']; now: string } {
    return { mode: this.mode, now: this.text() }
  }
}

/**
 * Reads an ISO instant (a zone is UTC where none is given, and its letters may be small, RFC 3339 5.6) as milliseconds since
 * the epoch; NaN if it is none.
 */
export function instant(text: string): number {
  // Most are written as we write them ourselves, and those are read much faster by the engine.
  const read = PLAIN.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(read) && isoInstant(read).startsWith(text)) return read
  // A time alone would be one of today, and mean something else tomorrow.
  return /^(?:[+-]\d\d)?\d{4}/.test(text)
    ? DateTime.fromISO(text.toUpperCase(), { zone: 'utc' }).toMillis()
    : Number.NaN
}

const PLAIN = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}Z)?$/

/**
 * How far clocks go: as far as every platform can write a date, wherever it is. A day before the end of the year 9999, as
 * it is in the next one already some hours to the east. In milliseconds since the epoch.
 */
const FIRST = 0
const LAST = Date.UTC(9999, 11, 30, 23, 59, 59, 999)

const onClocks = (now: number): number => (now >= FIRST && now <= LAST ? now : Number.NaN)

/** Reads an instant that a clock may be set to; NaN if it is none. */
export const clockInstant = (text: string): number => onClocks(instant(text))

/** Whether a text is an ISO duration such as `P1DT2H`. */
export const isPeriod = (text: string): boolean => /\d/.test(text) && Duration.fromISO(text).isValid

/** How long a period is in milliseconds, its months and years counted as 30 and 365 days. */
export const periodLength = (period: string): number => Duration.fromISO(period).toMillis()

/** The instant a period later, by the calendar in UTC; NaN where clocks do not go. */
export const later = (now: number, period: string): number =>
  onClocks(DateTime.fromMillis(now, { zone: 'utc' }).plus(Duration.fromISO(period)).toMillis())

const DAY_LENGTH = 'YYYY-MM-DD'.length

/** An instant in UTC: `2026-03-02T09:00:00.000Z`. */
export const isoInstant = (now: number): string => new Date(now).toISOString()

/** Milliseconds since it was made, for durations that are shown, never for anything that is state. */
export function stopwatch(): () => number {
  const start = performance.now()
  return () => performance.now() - start
}
