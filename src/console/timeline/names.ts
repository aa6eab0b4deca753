import type { Band } from '../../kernel/timeline.ts'
import { momentOf } from './axis.ts'
import type { Ground } from './bars.ts'
import { plain, spoken } from './plain.ts'
import type { Text } from './shapes.ts'
import { BOLD, fitted, widthOf } from './text-width.ts'

export const NAME_LINE = 16
const [NAME_SIZE, REST_SIZE] = [13, 11.5]
/** Between names and bars. */
const GAP = 12

/** What stands beside a band, or above it where there is no gutter: its name, its status, what has to be known. */
export function namesOf({ label, status, note }: Band, top: number, { gutter, width, zone }: Ground): Text[] {
  const most = (gutter || width) - GAP
  const flag = status?.inUse === false ? '⚑ ' : ''
  const rest = [...(status ? [flag + statusOf(status, zone)] : []), ...(note === undefined ? [] : [plain(note)])]
  const lines = [
    ...wrapped(spoken(label), NAME_SIZE * BOLD, most).map((text) => ({ text, size: NAME_SIZE, role: 'name' as const })),
    ...rest
      .flatMap((line) => wrapped(line, REST_SIZE, most))
      .map((text) => ({ text, size: REST_SIZE, role: 'soft' as const })),
  ]
  return lines.map((line, place) => ({ ...line, anchor: 'start', x: 0, y: top + 11 + place * NAME_LINE }))
}

export function statusOf(status: Band['status'], zone: string): string {
  if (!status) return ''
  const since = status.since === undefined ? '' : ` since ${momentOf(status.since, zone)}`
  return `${plain(status.name)}${since}`
}

export const titleOfBand = ({ label, status }: Band, zone: string): string =>
  [spoken(label), statusOf(status, zone)].filter((word) => word).join(', ')

/** A line in two where it is too long for one, the second cut. */
function wrapped(line: string, size: number, most: number): string[] {
  if (widthOf(line, size) <= most) return [line]
  const words = line.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && widthOf(`${first} ${words[0]}`, size) <= most) first += ` ${words.shift()}`
  return [fitted(first, size, most), fitted(words.join(' '), size, most)].filter((text) => text)
}
