import { DateTime, IANAZone } from 'luxon'
import { isoInstant } from '../../../kernel/clock.ts'
import type { Workspace } from '../../../kernel/workspace.ts'

/** An instant as `data` has it (contract 5), in UTC and of fixed width, so that its order is the order of its text. */
export type WireInstant = string

export const wireInstant = (instant: number): WireInstant => `${isoInstant(instant).slice(0, -1)}+00:00`

export const now = (workspace: Workspace): WireInstant => wireInstant(workspace.clock.now())

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?)?$/

/** Whether a caller's date can be read: the time may be missing (contract 4.10), and so may the offset. */
export const isDate = (text: string): boolean => DATE.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid

const OFFSET = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/

/** The end of the year 9999, the last instant of fixed width. */
const LAST = 253_402_300_799_999

/**
 * A caller's date as an instant. Without an offset it is local to the zone, without a time the start of that day. One that
 * is in the year 9999 for the caller and in the next for us stands for the last instant that there is.
 */
export function readDate(text: string, zone: string): WireInstant {
  const instant = DateTime.fromISO(text, { zone: 'utc' }).toMillis()
  return wireInstant(Math.min(LAST, OFFSET.test(text) ? instant : fromLocal(instant, IANAZone.create(zone))))
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * The instant of a local time. Of one that comes twice it is the first; one that is skipped is as much later as the clocks
 * go forward. Luxon's own choice depends on the system's clock.
 */
function fromLocal(local: number, zone: IANAZone): number {
  const [before, after] = [zone.offset(local - DAY), zone.offset(local + DAY)]
  const [first, second] = [local - before * MINUTE, local - after * MINUTE]
  return zone.offset(first) !== before && zone.offset(second) === after ? second : first
}

/** The day of birth in a caller's date, as it is written: a person's birthday is the same in all zones. */
export const birthDay = (text: string): string => text.slice(0, 10)

/** The calendar day of an instant in a zone: `2023-02-17`. */
export const dayOf = (instant: WireInstant, zone: string): string =>
  DateTime.fromISO(instant, { zone }).toISODate() ?? ''

/** Zones change their offset on a quarter of an hour. */
const QUARTER = 15 * MINUTE

/**
 * Writes instants as `responseMetadata` has them: local, the offset without a colon. Working out an offset costs more than
 * the rest of a read, so the last one of each zone is kept.
 */
export function localWriter() {
  const offsets = new Map<string, { from: number; milliseconds: number; text: string }>()
  return (instant: number, zone: string): string => {
    const from = instant - (instant % QUARTER)
    let offset = offsets.get(zone)
    if (offset?.from !== from) {
      const minutes = IANAZone.create(zone).offset(instant)
      offset = { from, milliseconds: minutes * MINUTE, text: offsetText(minutes) }
      offsets.set(zone, offset)
    }
    return isoInstant(instant + offset.milliseconds).slice(0, -1) + offset.text
  }
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}
