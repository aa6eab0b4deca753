import { element, px } from './markup.ts'
import type { BarShape } from './shapes.ts'
import { fillOf } from './svg-patterns.ts'

/** How much of a bar that goes on fades, its arrow in it. */
const FADE = 44
const ARROW = 12
const NOTCH = 7

/** A bar: filled while it is in force, pale when it has ended, an outline before it begins, hatched where it is invalid. */
export function barMarkup(bar: BarShape): string[] {
  const { lane, temporary, tense, invalid } = bar
  if (lane === 'removed') return [element('path', { class: 'removed', d: outlineOf(bar) })]
  const kind = `${temporary ? 'temporary' : 'permanent'}${lane === 'reads' ? ' reads' : ''}`
  const area = tense === 'to-come' ? [toCome(bar, kind)] : filled(bar, kind)
  if (!invalid) return area
  return lane === 'reads' ? [...area, hatched(bar)] : [...area, edged(bar), hatched(bar)]
}

const edged = (bar: BarShape) => element('path', { class: 'invalid-edge', d: outlineOf(bar) })

const hatched = (bar: BarShape) => element('path', { fill: fillOf('hatch'), d: outlineOf(bar) })

const toCome = (bar: BarShape, kind: string) => element('path', { class: `${kind} to-come`, d: outlineOf(bar) })

function filled(bar: BarShape, kind: string): string[] {
  const { x, y, width, height, temporary, tense, invalid, lane, open } = bar
  const look = `bar ${kind}${tense === 'current' ? '' : ` ${tense}`}${invalid && lane !== 'reads' ? ' invalid' : ''}`
  if (bar.from === undefined) return [element('path', { class: look, d: outlineOf(bar) })]
  if (!open) return [element('rect', { class: look, x, y, width, height, rx: Math.min(3, width / 2) })]
  const fade = Math.min(FADE, width)
  const tail = { ...bar, x: x + width - fade, width: fade }
  const body = width > fade ? [element('rect', { class: look, x, y, width: width - fade, height })] : []
  const faded = invalid ? { class: `bar ${look}` } : { fill: fillOf(temporary ? 'fade-temporary' : 'fade-permanent') }
  return [...body, element('path', { ...faded, d: outlineOf(tail) })]
}

/** Its outline: a rectangle, with a point where it goes on, and a notch where nobody knows since when it was. */
function outlineOf({ x, y, width, height, open, from }: BarShape): string {
  const arrow = open ? Math.min(ARROW, width, height / 2) : 0
  const right = px(x + width - arrow)
  const end = arrow ? `L${px(x + width)} ${px(y + height / 2)}L${right} ${px(y + height)}` : `v${px(height)}`
  return `M${px(x)} ${px(y)}H${right}${end}H${px(x)}${from === undefined ? `L${px(x + Math.min(NOTCH, width))} ${px(y + height / 2)}` : ''}z`
}
