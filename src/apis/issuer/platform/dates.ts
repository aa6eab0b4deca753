import { DateTime, IANAZone } from 'luxon'
import { instant, isoInstant } from '../../../kernel/clock.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** An instant as `data` has it (contract 5), in UTC and of fixed width, so that its order is the order of its text. */
export type WireInstant = string

export const wireInstant = (milliseconds: number): WireInstant => inUtc(isoInstant(milliseconds))

export const now = (workspace: Workspace): WireInstant => inUtc(workspace.clock.text())

const inUtc = (text: string): WireInstant => `${text.slice(0, -1)}+00:00`

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?)?$/i

/** Whether a caller's date can be read: the time may be missing (contract 4.10), and so may the offset. */
export const isDate = (text: string): boolean => DATE.test(text) && !Number.isNaN(instant(text))

const OFFSET = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i

/** The ends of the years 0 to 9999: what is beyond has no fixed width. */
const FIRST = -62_167_219_200_000
const LAST = 253_402_300_799_999

/** Whether a number is an instant that can be written. */
export const isWritable = (milliseconds: number): boolean => milliseconds >= FIRST && milliseconds <= LAST

/**
 * A caller's date as an instant. Without an offset it is local to the zone, without a time the start of that day. One that
 * is in the year 9999 for the caller and in the next for us stands for the last instant that there is, and likewise the
 * first.
 */
export function readDate(text: string, zone: string): WireInstant {
  const read = instant(text)
  const milliseconds = OFFSET.test(text) ? read : fromLocal(read, IANAZone.create(zone))
  return wireInstant(Math.max(FIRST, Math.min(LAST, milliseconds)))
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

/** Zones change their offset on the half minute at the finest, as Liberia's did in 1972. */
const HALF_MINUTE = MINUTE / 2

/**
 * Writes instants as `responseMetadata` has them: local, the offset without a colon. Working out an offset costs more than
 * the rest of a read, so the last one of each zone is kept.
 */
export function localWriter() {
  const offsets = new Map<string, { from: number; milliseconds: number; text: string }>()
  return (instant: number, zone: string): string => {
    const from = instant - (instant % HALF_MINUTE)
    let offset = offsets.get(zone)
    if (offset?.from !== from) {
      // Whole minutes are all that can be written, and the time goes by the offset that stands beside it.
      const minutes = Math.trunc(IANAZone.create(zone).offset(instant))
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
