/** More than this never fits a line, and measuring it would take its time. */
const MOST = 160

/** Marks that turn the direction of what stands around them, and what XML cannot hold. */
const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu

/** A text of unknown length and content as one short line of plain characters. */
export const plain = (text: string): string => shortened(legible(text.slice(0, 8 * MOST)), MOST)

/** A text as one line of characters that show, each where it stands. */
export const legible = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** So many characters of a text, the last one `…` where it had more. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = charactersOf(text.slice(0, 4 * most))
  let kept = ''
  for (const character of whole) {
    if (kept.length + character.length >= most) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** In these letters nothing is made of several; what finds that out for all others takes its time. */
const SIMPLE = /^[\u0020-\u024f]*$/

/** As readers count them: a letter with its accents is one. */
export const charactersOf = (text: string): string[] =>
  SIMPLE.test(text) ? text.split('') : Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)

/** The name of a constant as a word of a sentence: `MAIN_POSTAL_ADDRESS` is `Main postal address`. */
export function spoken(name: string): string {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return plain(name)
  const words = plain(name).replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
