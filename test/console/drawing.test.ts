import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { drawingOf } from '../../src/console/timeline/drawing.ts'
import { teller } from '../../src/console/timeline/index.ts'
import { placeOf, scaleOf } from '../../src/console/timeline/scale.ts'
import type { Drawing, Text } from '../../src/console/timeline/shapes.ts'
import { BOLD, widthOf } from '../../src/console/timeline/text-width.ts'
import { runs } from '../runs.ts'
import { HOSTILE, timelines } from './timelines.ts'

const width = fc.oneof(fc.constantFrom(320, 639, 640, 1600), fc.integer({ min: 320, max: 1600 }))

const HEAVY: Text['role'][] = ['name', 'on', 'by-clock']

/** How wide a text is as it is set. */
const takenBy = ({ text, size, role }: Text) => widthOf(text, HEAVY.includes(role) ? size * BOLD : size)

/** All texts of a drawing as the boxes that they take. */
function boxesOf({ axis, bands, clock, legend }: Drawing) {
  const texts: Text[] = [
    ...axis.ticks,
    ...axis.folds.flatMap(({ label }) => label ?? []),
    ...bands.flatMap((band) => [
      ...band.texts,
      ...band.shapes.flatMap((shape) => ('label' in shape && shape.label ? [shape.label] : [])),
    ]),
    ...[clock.label],
    ...legend.map(({ label }) => label),
  ]
  return texts.map((line) => {
    const { x, y, size, text, anchor } = line
    const wide = takenBy(line)
    const left = anchor === 'middle' ? x - wide / 2 : x
    return { text, left, right: left + wide, top: y - size * 0.8, bottom: y + size * 0.2 }
  })
}

test('no two texts cover each other, and none is cut off, however wide it is drawn', () => {
  fc.assert(
    fc.property(timelines, width, (timeline, wide) => {
      const drawing = drawingOf(timeline, { width: wide })
      const boxes = boxesOf(drawing)
      for (const [place, one] of boxes.entries()) {
        expect(one.left, one.text).toBeGreaterThanOrEqual(-0.5)
        expect(one.right, one.text).toBeLessThanOrEqual(wide + 0.5)
        expect(one.bottom, one.text).toBeLessThanOrEqual(drawing.height)
        for (const other of boxes.slice(place + 1)) {
          const apart =
            one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
          // Of so many pairs, the runner is told of those alone that are not.
          if (!apart) expect.fail(`${one.text} | ${other.text}`)
        }
      }
    }),
    runs(60),
  )
})

test('what a bar says stays within it', () => {
  fc.assert(
    fc.property(timelines, width, (timeline, wide) => {
      const shapes = drawingOf(timeline, { width: wide }).bands.flatMap((band) => band.shapes)
      for (const shape of shapes) {
        if (shape.kind !== 'bar' || !shape.label) continue
        const { x, anchor } = shape.label
        const taken = takenBy(shape.label)
        const left = anchor === 'middle' ? x - taken / 2 : x
        expect(left).toBeGreaterThanOrEqual(shape.x)
        expect(left + taken).toBeLessThanOrEqual(shape.x + shape.width)
      }
    }),
    runs(60),
  )
})

test('what was sent stays text, on one line, and short', () => {
  fc.assert(
    fc.property(timelines, width, (timeline, wide) => {
      const picture = teller.drawn(timeline, { width: wide })
      expect(XMLValidator.validate(picture)).toBe(true)
      expect(picture).not.toMatch(/<(script|image|!--)| on\w+=['"]|[\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
      const told = teller.told(timeline)
      for (const { text } of told.table) expect(text.length).toBeLessThanOrEqual(160)
      expect(JSON.stringify(told)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
    }),
    runs(60),
  )
})

test.each([...HOSTILE])('%.12j as an address is drawn and told in its place', (text, line) => {
  const version = { id: 'V', temporary: false, invalid: false, from: 0, until: undefined, text }
  const reads = [{ from: 0, until: undefined, version: 'V' }]
  const band = { id: 'A', label: text, usages: [text], versions: [version], removed: [], reads }
  const timeline = { title: text, zone: 'UTC', now: 0, bands: [band] }
  const picture = teller.drawn(timeline, { width: 320 })
  expect(XMLValidator.validate(picture)).toBe(true)
  expect(picture.length).toBeLessThan(25_000)
  expect(teller.told(timeline).table.map((row) => row.text)).toEqual([line])
})

test('time goes from left to right, folded or not, and every change has its place', () => {
  const marks = fc.array(fc.integer({ min: 0, max: Date.UTC(9999, 0) }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(marks, fc.integer({ min: 150, max: 1600 }), fc.boolean(), (instants, right, before) => {
      const scale = scaleOf(instants, 0, right, before)
      const sorted = [...new Set(instants)].sort((a, b) => a - b)
      const places = sorted.map((instant) => placeOf(scale, instant))
      for (const [place, x] of places.entries()) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(right)
        if (place) expect(x).toBeGreaterThan(places[place - 1] ?? 0)
      }
      const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
      expect(placeOf(scale, first - 1)).toBeLessThan(placeOf(scale, first))
      expect(placeOf(scale, last + 1)).toBeGreaterThan(placeOf(scale, last))
    }),
  )
})

test('a gap much longer than all others together is folded, equal ones are not', () => {
  const [day, year] = [24 * 60 * 60 * 1000, 365 * 24 * 60 * 60 * 1000]
  const folded = (...marks: number[]) => scaleOf(marks, 0, 1000).pieces.map((piece) => piece.folded)
  expect(folded(0, 2 * year, 2 * year + 30 * day, 2 * year + 60 * day)).toEqual([true, false, false])
  expect(folded(0, year, 2 * year, 3 * year)).toEqual([false, false, false])
  // What would be left is too short to be worth the room.
  expect(folded(0, 1000, year)).toEqual([false, false])
})

test('a drawing depends on what it is given alone', () => {
  fc.assert(
    fc.property(timelines, width, (timeline, wide) => {
      const before = structuredClone(timeline)
      const [once, twice] = [teller.drawn(timeline, { width: wide }), teller.drawn(timeline, { width: wide })]
      expect(once).toBe(twice)
      expect(timeline).toEqual(before)
    }),
    runs(20),
  )
})
