import type { Band } from '../../kernel/timeline.ts'
import { type Ground, HEIGHTS, momentShape, readShape, removedShape, type Stretch, versionShape } from './bars.ts'
import { chipsOf } from './chips.ts'
import { NAME_LINE, namesOf, statusOf, titleOfBand } from './names.ts'
import { type Scale, startOf } from './scale.ts'
import type { BandShape, Shape } from './shapes.ts'

const LANE_GAP = 5
const BOTTOM = 8

/** A band from `top` on: what reads answer, temporary versions, permanent ones, those removed, usages. */
export function bandShape(band: Band, top: number, ground: Ground): BandShape {
  const { scale, zone } = ground
  const texts = namesOf(band, top, ground)
  const shapes: Shape[] = []
  const start = top + (ground.gutter ? 0 : texts.length * NAME_LINE + 6)
  let y = start
  function lane<T>(
    name: keyof typeof HEIGHTS,
    items: T[],
    shapeOf: (band: Band, item: T, y: number, on: Ground) => Shape,
  ) {
    if (!items.length) return
    for (const item of items) shapes.push(shapeOf(band, item, y, ground))
    y += HEIGHTS[name] + LANE_GAP
  }
  const inView = (stretch: Stretch) => overlaps(stretch, scale)
  const versions = band.versions.filter(inView)
  const bars = versions.filter((version) => !isMoment(version))
  lane('reads', band.reads.filter(inView), readShape)
  for (const row of rowsOf(bars.filter(({ temporary }) => temporary))) lane('temporary', row, versionShape)
  const above = y
  for (const row of rowsOf(bars.filter(({ temporary }) => !temporary))) lane('permanent', row, versionShape)
  for (const version of versions.filter(isMoment)) shapes.push(momentShape(band, version, above, ground))
  for (const row of rowsOf(band.removed.filter(inView))) lane('removed', row, removedShape)
  if (band.status?.inUse === false) shapes.push(offShape(band, start, y - LANE_GAP, ground))
  const chips = chipsOf(band.usages, y, scale)
  shapes.push(...chips.shapes)
  const height = Math.max(chips.bottom, texts.at(-1)?.y ?? 0) - top + BOTTOM
  return { title: titleOfBand(band, zone), y: top, height, texts, shapes }
}

const isMoment = ({ from, until }: Stretch) => from !== undefined && from === until

/** What ends as the stretch that is shown begins is seen in the margin before it. */
const overlaps = ({ from = -Infinity, until = Infinity }: Stretch, { from: first, until: last }: Scale): boolean =>
  from <= last && until >= first

/** In as many rows as it takes for none to cover another. */
function rowsOf<T extends Stretch>(versions: T[]): T[][] {
  const rows: T[][] = []
  for (const version of versions) {
    const { from = -Infinity } = version
    const row = rows.find((candidate) => (candidate.at(-1)?.until ?? Infinity) <= from)
    if (row) row.push(version)
    else rows.push([version])
  }
  return rows
}

/** The time in which it is out of use, under a flag where that began. */
function offShape({ status }: Band, y: number, bottom: number, { scale, zone }: Ground): Shape {
  const { since } = status ?? {}
  const x = startOf(scale, since)
  const flag = since === undefined || (since >= scale.from && since <= scale.until)
  return { kind: 'off', x, y, width: scale.right - x, height: bottom - y, title: statusOf(status, zone), flag }
}
