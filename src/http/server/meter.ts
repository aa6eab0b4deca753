import { Tally } from '../../kernel/journal/tally.ts'
import type { LogEntry } from './log-entry.ts'

/** Up to how many milliseconds a request may have taken to be counted in each place; in the last, all the others. */
const BOUNDS = [1, 2, 5, 10, 25, 50, 100, 250, 1000, 2500]

/** How long requests took: how many up to each bound, and all together in milliseconds. */
export class Durations {
  readonly bounds = BOUNDS
  readonly counts = BOUNDS.map(() => 0).concat(0)
  sum = 0

  add(ms: number): void {
    const found = BOUNDS.findIndex((bound) => ms <= bound)
    const place = found < 0 ? BOUNDS.length : found
    this.counts[place] = (this.counts[place] ?? 0) + 1
    this.sum += ms
  }
}

/** What a process has answered since its start, in counts that grow with what is offered alone (decision Metrics). */
export class Meter {
  /** By API and operation; empty where none was found. */
  readonly answers = new Tally()
  readonly durations = new Map<string, Durations>()
  /** Faults that fired, by kind. */
  readonly faults = new Map<string, number>()

  /** One more request was answered, as the log tells it. */
  count({ api = '', operation = '', status, durationMs, fault }: LogEntry): void {
    this.answers.count(api, operation, status)
    if (durationMs !== undefined) this.#durationsOf(api).add(durationMs)
    const [kind] = fault?.split(/[=;]/) ?? []
    if (kind !== undefined) this.faults.set(kind, (this.faults.get(kind) ?? 0) + 1)
  }

  #durationsOf(api: string): Durations {
    const known = this.durations.get(api)
    if (known) return known
    const durations = new Durations()
    this.durations.set(api, durations)
    return durations
  }
}
