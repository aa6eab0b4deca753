import { plain } from './plain.ts'
import type { Scale } from './scale.ts'
import type { ChipShape } from './shapes.ts'
import { fitted, widthOf } from './text-width.ts'

const SIZE = 10.5
const HEIGHT = 18
const GAP = 6
const PADDING = 7

/** Usages one after the other, in as many lines as they take. */
export function chipsOf(
  usages: string[],
  top: number,
  { start, right }: Scale,
): { shapes: ChipShape[]; bottom: number } {
  let [x, y] = [start, top + 1]
  const shapes = usages.map((usage): ChipShape => {
    const text = fitted(usage, SIZE, right - start - 2 * PADDING) || '…'
    const width = widthOf(text, SIZE) + 2 * PADDING
    if (x > start && x + width > right) [x, y] = [start, y + HEIGHT + GAP]
    const label = { x: x + PADDING, y: y + 13, size: SIZE, text, anchor: 'start' as const, role: 'ink' as const }
    const chip = { kind: 'chip' as const, x, y, width, height: HEIGHT, title: `used for ${plain(usage)}`, label }
    x += width + GAP
    return chip
  })
  return { shapes, bottom: usages.length ? y + HEIGHT : top }
}
