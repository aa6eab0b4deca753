import { charactersOf, plain } from './plain.ts'

// Nobody measures type on a server. These are the widths of a wide common typeface, in ems, so that what is found to fit
// fits with narrower ones as well.
const NARROW = /^[ijlI|.,:;'’!()[\]/·-]$/
const WIDE = /^[mwMW@%…—⋯]$/
const UPPER = /^[A-Z0-9&]$/

function widthOfCharacter(character: string): number {
  if (character === ' ') return 0.33
  if (NARROW.test(character)) return 0.4
  if (WIDE.test(character)) return 1
  if (UPPER.test(character)) return 0.7
  return (character.codePointAt(0) ?? 0) < 0x1100 ? 0.63 : 1.1
}

/** How much wider what is set in bold is. */
export const BOLD = 1.1

/** How wide a line is at most, in pixels. */
export const widthOf = (text: string, size: number): number =>
  size * charactersOf(text).reduce((sum, character) => sum + widthOfCharacter(character), 0)

/** Fewer characters than these tell nothing. */
const FEWEST = 3

/** As much of a text as fits; nothing where that would tell nothing. */
export function fitted(text: string, size: number, most: number): string {
  const line = plain(text)
  const characters = charactersOf(line)
  const room = most / size - widthOfCharacter('…')
  let [width, fits] = [0, 0]
  for (const character of characters) {
    width += widthOfCharacter(character)
    if (width <= room) fits++
  }
  if (width * size <= most) return line
  return fits < FEWEST ? '' : `${characters.slice(0, fits).join('').trimEnd()}…`
}
