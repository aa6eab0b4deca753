import { maskCards } from '../masking/redaction.ts'

/** A body is kept up to so many characters. */
const LONGEST = 64 * 1024

/** A card's number is longer by no more than this, with what may stand between its digits. */
const AS_LONG_AS_A_CARD = 100

/**
 * A body, in one part or several, as it is kept: of a long one its beginning, masked before it is cut, as what is left of a number
 * is none any more.
 */
export function shortened(parts: readonly string[]): string {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length <= LONGEST) return parts.join('')
  let beginning = ''
  for (const part of parts) {
    if (beginning.length >= LONGEST + AS_LONG_AS_A_CARD) break
    beginning += part.slice(0, LONGEST + AS_LONG_AS_A_CARD)
  }
  const masked = maskCards(beginning.slice(0, LONGEST + AS_LONG_AS_A_CARD)).slice(0, LONGEST)
  return `${masked}… (${length - LONGEST} characters more)`
}

/** Whether a kept body is the beginning of a longer one. Secrets in it are masked, so that it may be shorter by now. */
export const isShortened = (kept: string): boolean => /… \(\d+ characters more\)$/.test(kept)
