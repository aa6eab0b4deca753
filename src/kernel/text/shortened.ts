import { maskCards } from '../masking/redaction.ts'

/** A body is kept up to so many characters. */
const LONGEST = 64 * 1024

/** A card's number is longer by no more than this, with what may stand between its digits. */
const AS_LONG_AS_A_CARD = 100

/** A body as it is kept: of a long one its beginning, masked before it is cut, as what is left of a number is none any more. */
export function shortened(body: string): string {
  if (body.length <= LONGEST) return body
  const beginning = maskCards(body.slice(0, LONGEST + AS_LONG_AS_A_CARD)).slice(0, LONGEST)
  return `${beginning}… (${body.length - LONGEST} characters more)`
}

/** Whether a kept body is the beginning of a longer one. Secrets in it are masked, so that it may be shorter by now. */
export const isShortened = (kept: string): boolean => /… \(\d+ characters more\)$/.test(kept)
