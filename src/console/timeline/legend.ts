import type { BandShape, LegendItem } from './shapes.ts'
import { widthOf } from './text-width.ts'

const SIZE = 11
const LINE = 18
const SAMPLE = 22

const WORDS: Record<LegendItem['sample'], string> = {
  reads: 'what a read answers',
  permanent: 'permanent',
  temporary: 'temporary',
  ended: 'ended',
  'to-come': 'to come',
  invalid: 'invalid',
  removed: 'removed',
  off: 'not in use',
  nothing: 'a read answers 404',
  moment: 'ended as it began',
}

/** What the looks mean of which there are any, in as many lines as they take. */
export function legendOf(bands: BandShape[], top: number, width: number): { items: LegendItem[]; bottom: number } {
  const seen = new Set(bands.flatMap(({ shapes }) => shapes.flatMap(looksOf)))
  let [x, y] = [0, top]
  // Where reads are not told apart, there is but one kind.
  if (!seen.has('reads')) seen.delete('permanent')
  const items = (Object.keys(WORDS) as LegendItem['sample'][])
    .filter((sample) => seen.has(sample))
    .map((sample): LegendItem => {
      const text = WORDS[sample]
      const taken = SAMPLE + 6 + widthOf(text, SIZE)
      if (x > 0 && x + taken > width) [x, y] = [0, y + LINE]
      const item = {
        sample,
        x,
        y,
        label: { x: x + SAMPLE + 6, y: y + 9, size: SIZE, text, anchor: 'start', role: 'soft' },
      }
      x += taken + 14
      return item as LegendItem
    })
  return { items, bottom: y + LINE }
}

function looksOf(shape: BandShape['shapes'][number]): LegendItem['sample'][] {
  if (shape.kind === 'chip') return []
  if (shape.kind !== 'bar') return [shape.kind]
  if (shape.lane === 'removed') return ['removed']
  if (shape.lane === 'reads') return ['reads']
  const looks: LegendItem['sample'][] = [shape.temporary ? 'temporary' : 'permanent']
  if (shape.tense !== 'current') looks.push(shape.tense)
  if (shape.invalid) looks.push('invalid')
  return looks
}
