import { isoInstant } from '../../kernel/clock.ts'
import { element, escaped, px } from './markup.ts'
import type { BandShape, Drawing, FoldShape, LegendItem, Shape, Text } from './shapes.ts'
import { barMarkup } from './svg-bar.ts'
import { definitions, fillOf } from './svg-patterns.ts'

/** A drawing as an SVG element. Its looks are those of the page around it, unless they are given; to a page it says where instants are. */
export function svgOf(drawing: Drawing, style?: string): string {
  const { width, title, description } = drawing
  const height = Math.ceil(drawing.height)
  return element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'timeline', viewBox: `0 0 ${width} ${height}`, width, height },
      ...{ role: 'group', 'aria-label': title },
      ...(style === undefined && {
        'data-marks': drawing.marks.map(({ x, at }) => `${px(x)} ${at}`).join(' '),
        'data-now': String(drawing.clock.at),
      }),
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(description)),
    ...(style === undefined ? [] : [element('style', {}, style)]),
    definitions(),
    axisMarkup(drawing),
    ...drawing.bands.map(bandMarkup),
    clockMarkup(drawing),
    element('g', HIDDEN, ...drawing.legend.flatMap(legendMarkup)),
  )
}

/** What only repeats what is said elsewhere is not read out. */
const HIDDEN = { 'aria-hidden': 'true' }

const textMarkup = ({ x, y, size, text, anchor, role }: Text): string =>
  element(
    'text',
    {
      ...{ x, y, 'font-size': size },
      class: role,
      ...(anchor === 'middle' && { 'text-anchor': anchor }),
    },
    escaped(text),
  )

/** Something that can be pointed at, and is read out by its title. */
const pointed = (title: string, attributes: Record<string, string | undefined>, ...inside: string[]): string =>
  element('g', { role: 'img', 'aria-label': title, ...attributes }, element('title', {}, escaped(title)), ...inside)

function axisMarkup({ axis, bands }: Drawing): string {
  const { y, left, right, ticks, folds } = axis
  const bottom = Math.max(...bands.map((band) => band.y + band.height), y)
  const guide = ({ at }: { at: number }) => element('line', { class: 'guide', x1: at, x2: at, y1: y - 3, y2: bottom })
  const line = element('line', { class: 'axis', x1: left, x2: right, y1: y, y2: y })
  return element('g', HIDDEN, line, ...ticks.flatMap((tick) => [guide(tick), textMarkup(tick)]), ...folds.map(fold(y)))
}

const fold =
  (y: number) =>
  ({ from, until, title, label }: FoldShape): string =>
    element(
      'g',
      {},
      element('title', {}, escaped(title)),
      element('line', { class: 'axis-cut', x1: from, x2: until, y1: y, y2: y }),
      element('line', { class: 'axis-fold', x1: from, x2: until, y1: y, y2: y }),
      ...(label ? [textMarkup(label)] : []),
    )

const bandMarkup = ({ title, texts, shapes }: BandShape): string =>
  element(
    'g',
    { role: 'group', 'aria-label': title },
    element('g', HIDDEN, ...texts.map((text) => textMarkup(text))),
    ...shapes.map(shapeMarkup),
    element('g', { ...HIDDEN, 'pointer-events': 'none' }, ...shapes.flatMap(labelMarkup)),
  )

const stretchOf = ({ from, until }: { from: number | undefined; until: number | undefined }) => ({
  'data-begins': from === undefined ? undefined : isoInstant(from),
  'data-ends': until === undefined ? undefined : isoInstant(until),
})

function shapeMarkup(shape: Shape): string {
  const { x, y, title } = shape
  switch (shape.kind) {
    case 'bar':
      return pointed(title, stretchOf(shape), ...barMarkup(shape))
    case 'nothing': {
      const line = element('line', { class: 'nothing', x1: x, x2: x + shape.width, y1: y + 4, y2: y + 4 })
      // Between the dots, too, it can be pointed at.
      const all = element('rect', { x, y, width: shape.width, height: 8, 'fill-opacity': 0 })
      return pointed(title, stretchOf(shape), all, line)
    }
    case 'moment':
      return pointed(title, {}, diamond(x, y))
    case 'off': {
      const { width, height, flag } = shape
      const area = { x, y, width, height }
      return pointed(
        title,
        { 'pointer-events': 'none' },
        element('rect', { class: 'off', ...area }),
        element('rect', { fill: fillOf('dots'), ...area }),
        ...(flag ? [flagMarkup(x, y - 8, height + 8)] : []),
      )
    }
    case 'chip': {
      const { width, height } = shape
      return pointed(title, {}, element('rect', { class: 'chip', x, y, width, height, rx: 4 }))
    }
  }
}

const diamond = (x: number, y: number): string =>
  element('path', { class: 'moment', d: `M${px(x)} ${px(y - 5)}l4 5l-4 5l-4 -5z` })

const flagMarkup = (x: number, y: number, height: number): string =>
  element('path', { class: 'flag', d: `M${px(x)} ${px(y)}v${px(height)}v${px(-height)}h12l-3 4l3 4h-12z` })

/** Labels lie above all shapes, so that nothing covers them, and let through who points at the shapes. */
const labelMarkup = (shape: Shape): string[] => ('label' in shape && shape.label ? [textMarkup(shape.label)] : [])

function clockMarkup({ clock: { x, from, until, title, label, box } }: Drawing): string {
  const line = element('line', { class: 'clock', x1: x, x2: x, y1: from, y2: until })
  return pointed(title, {}, line, element('rect', { class: 'clock-box', ...box, rx: 4 }), textMarkup(label))
}

function legendMarkup({ sample, x, y, label }: LegendItem): string[] {
  return [sampleMarkup(sample, x, y), textMarkup(label)]
}

function sampleMarkup(sample: LegendItem['sample'], x: number, y: number): string {
  const box = { x: x + 1, y, width: 20, height: 10, rx: 2 }
  switch (sample) {
    case 'permanent':
      return element('rect', { ...box, class: 'bar permanent' })
    case 'temporary':
      return element('rect', { ...box, y: y + 2, height: 6, class: 'bar temporary' })
    case 'ended':
      return element('rect', { ...box, class: 'bar permanent ended' })
    case 'to-come':
      return element('rect', { ...box, class: 'permanent to-come' })
    case 'reads':
      return element('rect', { ...box, y: y + 3, height: 4, class: 'bar permanent reads' })
    case 'removed':
      return element('rect', { ...box, class: 'removed' })
    case 'invalid':
      return element('rect', { ...box, class: 'invalid-edge' }) + element('rect', { ...box, fill: fillOf('hatch') })
    case 'off':
      return flagMarkup(x + 5, y - 1, 12)
    case 'nothing':
      return element('line', { class: 'nothing', x1: x + 1, x2: x + 21, y1: y + 5, y2: y + 5 })
    case 'moment':
      return diamond(x + 11, y + 5)
  }
}
