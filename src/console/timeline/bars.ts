import type { Band, Read, TimelineVersion } from '../../kernel/timeline.ts'
import { momentOf } from './axis.ts'
import { plain } from './plain.ts'
import { endOf, placeOf, type Scale, startOf } from './scale.ts'
import type { BarShape, Shape, Tense, Text } from './shapes.ts'
import { BOLD, fitted, widthOf } from './text-width.ts'
import { answerOf, kindOf, stateOf } from './told.ts'

export const HEIGHTS = { reads: 8, temporary: 18, permanent: 30, removed: 18 }
const SIZE = 12
/** Between a bar's ends and its text; an arrow takes more. */
const PADDING = 7
const ARROW = 18

/** What a band is drawn on; without a gutter names stand above the bars. */
export type Ground = { scale: Scale; zone: string; now: number; gutter: number; width: number }

export type Stretch = { from: number | undefined; until: number | undefined }

/** What reads answer over a time. */
export function readShape(band: Band, read: Read, y: number, { scale, zone, now }: Ground): Shape {
  const title = `${stretchWords(read, zone)}: ${answerOf(band, read.version)}`
  const x = startOf(scale, read.from)
  const place = { x, y, width: endOf(scale, read.until) - x, title, from: read.from, until: read.until }
  const version = band.versions.find(({ id }) => id === read.version)
  if (!version) {
    const text = fitted('404', 10, place.width - 12)
    const label: Text = { x: x + place.width / 2, y: y + 8, size: 10, text, anchor: 'middle', role: 'halo' }
    return { kind: 'nothing', ...place, ...(text && { label }) }
  }
  const { temporary, invalid } = version
  const [tense, open] = [tenseOf(read, now), goesOn(read, scale)]
  return { kind: 'bar', lane: 'reads', ...place, height: HEIGHTS.reads, temporary, invalid, tense, open }
}

/** A version over the time that is its own. */
export function versionShape(band: Band, version: TimelineVersion, y: number, ground: Ground): BarShape {
  const lane = version.temporary ? 'temporary' : 'permanent'
  const tense = tenseOf(version, ground.now)
  const text = version.invalid ? `INVALID: ${version.text}` : version.text
  const number = band.versions.indexOf(version) + 1
  const role = version.invalid || band.status?.inUse === false ? 'halo' : tense === 'current' ? 'on' : 'ink'
  return barShape({ lane, version, tense, title: titleOf(band, version, ground), y }, { text, number, role }, ground)
}

/** A version that is gone, over the time that would have been its own. */
export function removedShape(band: Band, version: Band['removed'][number], y: number, ground: Ground): BarShape {
  const number = band.versions.length + band.removed.indexOf(version) + 1
  const title = `${stretchWords(version, ground.zone)}: ${plain(version.id)}, removed by request ${version.step}: ${plain(version.text)}`
  return barShape(
    { lane: 'removed', version, tense: 'to-come', title, y },
    { text: version.text, number, role: 'ink' },
    ground,
  )
}

/** A version that ended as it began, on the upper edge of where it would have been. */
export const momentShape = (band: Band, version: TimelineVersion, y: number, ground: Ground): Shape => ({
  kind: 'moment',
  x: placeOf(ground.scale, version.from ?? 0),
  y,
  title: titleOf(band, version, ground),
})

type Bar = Pick<BarShape, 'lane' | 'tense' | 'title' | 'y'> & { version: TimelineVersion }

type Label = { text: string; number: number; role: Text['role'] }

function barShape({ version, ...bar }: Bar, label: Label, { scale }: Ground): BarShape {
  const { temporary, invalid, from, until } = version
  const [height, x, open] = [HEIGHTS[bar.lane], startOf(scale, from), goesOn(version, scale)]
  const width = endOf(scale, until) - x
  const shape: BarShape = { kind: 'bar', ...bar, x, width, height, temporary, invalid, open, from, until }
  const text = labelOf(label, shape)
  return text ? { ...shape, label: text } : shape
}

/** What a version says, as far as it fits; else its number in the table. */
function labelOf({ text, number, role }: Label, { x, y, width, height, open }: BarShape): Text | undefined {
  const place = { y: y + height / 2 + 4, size: SIZE, role }
  const line = fitted(text, role === 'on' ? SIZE * BOLD : SIZE, width - 2 * PADDING - (open ? ARROW : 0))
  if (line) return { ...place, x: x + PADDING, text: line, anchor: 'start' }
  if (widthOf(String(number), SIZE) > width - 4) return undefined
  return { ...place, x: x + width / 2, text: String(number), anchor: 'middle' }
}

const goesOn = ({ until }: Stretch, scale: Scale): boolean => until === undefined || until > scale.until

function tenseOf({ from = -Infinity, until = Infinity }: Stretch, now: number): Tense {
  if (until <= now) return 'ended'
  return from > now ? 'to-come' : 'current'
}

function titleOf(band: Band, version: TimelineVersion, { zone, now }: Ground): string {
  const marks = [kindOf(band, version), stateOf(band, version, now), ...(version.invalid ? ['invalid'] : [])].join(', ')
  return `${stretchWords(version, zone)}: ${plain(version.id)}, ${marks}: ${plain(version.text)}`
}

function stretchWords({ from, until }: Stretch, zone: string): string {
  if (from === undefined) return until === undefined ? 'always' : `before ${momentOf(until, zone)}`
  return until === undefined ? `from ${momentOf(from, zone)} on` : `${momentOf(from, zone)} to ${momentOf(until, zone)}`
}
