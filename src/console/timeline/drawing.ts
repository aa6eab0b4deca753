import type { Band, Timeline, TimelineView } from '../../kernel/timeline.ts'
import { AXIS_SIZE, axisOf, momentOf } from './axis.ts'
import { bandShape } from './band.ts'
import { legendOf } from './legend.ts'
import { plain, spoken } from './plain.ts'
import { marksOf, placeOf, type Scale, scaleOf } from './scale.ts'
import type { Drawing, Text } from './shapes.ts'
import { BOLD, widthOf } from './text-width.ts'
import { answerOf, readAt } from './told.ts'

/** From this width on the names of bands have a gutter of their own. */
const WITH_GUTTER = 640
const GUTTER = 184
const AXIS = 22
const TOP = 34
const BETWEEN = 12
const CLOCK_SIZE = 11.5

/** What is to be drawn of a timeline: a function of what it is given alone (decision Timelines). */
export function drawingOf(timeline: Timeline, { width, from, to }: TimelineView): Drawing {
  const { zone, now, bands } = timeline
  const gutter = width >= WITH_GUTTER ? GUTTER : 0
  const marks = [...bands.flatMap(edgesOf), now]
  const first = from ?? Math.min(...marks, to ?? Infinity)
  const last = to ?? Math.max(...marks, first)
  const before = bands.some(({ versions }) => versions.some((version) => version.from === undefined))
  const scale = scaleOf([first, ...marks.filter((mark) => mark > first && mark < last), last], gutter, width, before)
  let y = TOP
  const shapes = bands.map((band) => {
    const shape = bandShape(band, y, { scale, zone, now, gutter, width })
    y += shape.height + BETWEEN
    return shape
  })
  const clock = clockOf(scale, now, zone, y)
  const legend = legendOf(shapes, y + 30, width)
  return {
    width,
    height: legend.bottom,
    title: `Timeline of ${plain(timeline.title)}`,
    description: descriptionOf(timeline),
    marks: marksOf(scale),
    axis: axisShape(scale, zone),
    bands: shapes,
    clock,
    legend: legend.items,
  }
}

/** Every instant at which something of a band changes. */
function edgesOf({ reads, versions, removed, status }: Band): number[] {
  const edges = [...reads, ...versions, ...removed].flatMap(({ from, until }) => [from, until])
  return [...edges, status?.inUse === false ? status.since : undefined].filter((edge) => edge !== undefined)
}

function axisShape(scale: Scale, zone: string): Drawing['axis'] {
  const { ticks, folds } = axisOf(scale, zone)
  const textAt = (x: number, text: string): Text => ({
    ...{ x, text, y: AXIS - 8, size: AXIS_SIZE },
    anchor: 'middle',
    role: 'soft',
  })
  return {
    y: AXIS,
    left: scale.left,
    right: scale.right,
    ticks: ticks.map(({ x, text, at }) => ({ ...textAt(x, text), at })),
    folds: folds.map(({ from, until, x, text, full }) => ({
      from,
      until,
      title: `${full} folded`,
      label: textAt(x, text),
    })),
  }
}

function clockOf(scale: Scale, now: number, zone: string, bottom: number): Drawing['clock'] {
  const [isBefore, isAfter] = [now < scale.from, now > scale.until]
  const words = `now ${momentOf(now, zone)}`
  const text = isBefore ? `◂ ${words}` : isAfter ? `${words} ▸` : words
  const x = placeOf(scale, now)
  const width = widthOf(text, CLOCK_SIZE * BOLD) + 16
  const left = Math.max(0, Math.min(scale.right - width, x - width / 2))
  const label: Text = {
    x: left + width / 2,
    y: bottom + 14,
    size: CLOCK_SIZE,
    text,
    anchor: 'middle',
    role: 'by-clock',
  }
  const box = { x: left, y: bottom, width, height: 20 }
  return { at: now, x, from: AXIS, until: bottom, title: `${words} in ${zone}`, label, box }
}

/** The picture in words, for who does not see it. */
function descriptionOf({ bands, now, zone }: Timeline): string {
  const sentences = bands.map((band) => {
    const name = spoken(band.label)
    if (band.reads.length) return `${name}: ${answerOf(band, readAt(band, now))}.`
    const current = band.versions.findLast(({ from = now, until = Infinity }) => from <= now && now < until)
    return `${name}: ${current ? plain(current.text) : 'none'}.`
  })
  return [`At ${momentOf(now, zone)} in ${zone}.`, ...sentences].join(' ')
}
