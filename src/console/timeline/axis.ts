import { DateTime, type DateTimeUnit, type DurationLikeObject } from 'luxon'
import { type Piece, placeOf, type Scale } from './scale.ts'
import { widthOf } from './text-width.ts'

/** A name of an instant or a stretch on the axis, by where its middle is. */
type Mark = { x: number; text: string }

/** A name of an instant, `at`; its middle is elsewhere where it would be cut off. */
export type Tick = Mark & { at: number }

export type Axis = { ticks: Tick[]; folds: (Mark & { from: number; until: number; full: string })[] }

export const AXIS_SIZE = 11
/** What two names on the axis keep between them. */
const GAP = 10
/** Ticks are no closer than this. */
const CLOSEST = 58

type Step = { by: DurationLikeObject; unit: DateTimeUnit; length: number; format: string }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const step = (unit: DateTimeUnit, count: number, one: number, format: string): Step => ({
  ...{ by: { [`${unit}s`]: count }, unit, format },
  length: count * one,
})

/** By what the axis may count, finest first. */
const STEPS: Step[] = [
  ...[1, 5, 15].map((count) => step('minute', count, MINUTE, 'HH:mm')),
  ...[1, 6].map((count) => step('hour', count, 60 * MINUTE, 'd MMM HH:mm')),
  ...[1, 7].map((count) => step('day', count, DAY, 'd MMM')),
  ...[1, 3].map((count) => step('month', count, 31 * DAY, 'MMM')),
  ...[1, 2, 5, 10, 50, 100, 500, 1000].map((count) => step('year', count, 366 * DAY, 'yyyy')),
]

/** Names days, months and years by the calendar of the zone, and says how long what is folded is. */
export function axisOf(scale: Scale, zone: string): Axis {
  const folds = scale.pieces.filter(({ folded }) => folded).map((piece) => foldOf(piece, zone))
  const open = scale.pieces.filter(({ folded }) => !folded)
  const length = open.reduce((sum, { from, until }) => sum + until - from, 0)
  const width = open.reduce((sum, piece) => sum + piece.width, 0)
  const counted = STEPS.find((candidate) => (candidate.length / length) * width >= CLOSEST)
  const named = folds.filter(({ text }) => text)
  if (!length || !counted) return { folds, ticks: endsOf(scale, named, zone) }
  const times = open.flatMap((piece) => timesOf(piece, counted, zone))
  const ticks = ticksOf(times, counted.format, scale, named)
  return { folds, ticks: ticks.length ? ticks : endsOf(scale, named, zone) }
}

/** By the calendar, the first and the last instant of a piece included. */
function timesOf({ from, until }: Piece, { by, unit }: Step, zone: string): DateTime[] {
  let time = local(from, zone).startOf(unit)
  if (by.years && by.years > 1) time = time.set({ year: time.year - (time.year % by.years) })
  if (by.months === 3) time = time.startOf('quarter')
  if (by.days === 7) time = time.startOf('week')
  if (by.hours === 6) time = time.startOf('day')
  const times: DateTime[] = []
  for (; time.toMillis() <= until; time = time.plus(by)) if (time.toMillis() >= from) times.push(time)
  return times
}

/** Those that have room; one that is in another year or, by the clock, on another day than the one before it says so. */
function ticksOf(times: DateTime[], format: string, scale: Scale, folds: Mark[]): Tick[] {
  const [around, whole] =
    format === 'HH:mm' ? ['d MMM yyyy', 'd MMM yyyy HH:mm'] : ['yyyy', format.replace('MMM', 'MMM yyyy')]
  const room = new Room(scale, folds)
  let last: string | undefined
  return times.flatMap((time) => {
    const now = time.toFormat(around)
    const tick = room.take(placeOf(scale, time.toMillis()), time.toFormat(now === last ? format : whole))
    if (tick) last = now
    return tick ?? []
  })
}

function endsOf(scale: Scale, folds: Mark[], zone: string): Tick[] {
  const room = new Room(scale, folds)
  return [scale.from, scale.until].flatMap(
    (at) => room.take(placeOf(scale, at), local(at, zone).toFormat('d MMM yyyy')) ?? [],
  )
}

function foldOf({ from, until, x, width }: Piece, zone: string): Axis['folds'][number] {
  const full = lengthInWords(from, until, zone)
  const text = widthOf(`⋯ ${full}`, AXIS_SIZE) <= width - 4 ? `⋯ ${full}` : '⋯'
  return { from: x, until: x + width, x: x + width / 2, text, full }
}

function lengthInWords(from: number, until: number, zone: string): string {
  const [start, end] = [local(from, zone), local(until, zone)]
  for (const unit of ['years', 'months', 'days', 'hours'] as const) {
    const count = Math.floor(end.diff(start, unit).as(unit))
    if (count >= 2) return `${count} ${unit}`
  }
  return 'minutes'
}

/** Where names stand along the axis: none too close to another, or beyond its ends. */
class Room {
  readonly #scale: Scale
  readonly #taken: [from: number, until: number][]

  constructor(scale: Scale, folds: Mark[]) {
    this.#scale = scale
    this.#taken = folds.map(({ x, text }) => around(x, text))
  }

  /** The name of an instant, where there is room for it. */
  take(at: number, text: string): Tick | undefined {
    const half = widthOf(text, AXIS_SIZE) / 2
    const x = Math.max(this.#scale.left + half, Math.min(this.#scale.right - half, at))
    const [from, until] = around(x, text)
    if (this.#taken.some(([start, end]) => from < end + GAP && start < until + GAP)) return undefined
    this.#taken.push([from, until])
    return { x, text, at }
  }
}

const around = (x: number, text: string): [number, number] => {
  const half = widthOf(text, AXIS_SIZE) / 2
  return [x - half, x + half]
}

/** An instant for people: as fine as it is. */
export function momentOf(at: number, zone: string): string {
  const time = local(at, zone)
  const fine = time.millisecond ? ':ss.SSS' : time.second ? ':ss' : ''
  return time.toFormat(`d MMM yyyy, HH:mm${fine}`)
}

const local = (at: number, zone: string): DateTime => DateTime.fromMillis(at, { zone, locale: 'en-US' })
