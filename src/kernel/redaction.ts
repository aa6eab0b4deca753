import { isRealLooking } from './card-numbers.ts'

// Each look goes forward only, whatever a text consists of: a run begins with a digit, and is no part of what was passed.

/** Digits as far as they go on, with nothing between them but dashes and spaces, also as they are escaped in queries. */
const RUN = /(?:%20)+|\d(?:(?:[ +-]|%20)*\d)*/g

/** The same beside escapes, whose digits belong to no number: `%404…` is an at sign before a 4. */
const RUN_OR_ESCAPE = /(?:%[0-9A-Fa-f]{2})+|\d(?:(?:[ +-]|%20)*\d)*/g

/** A run of as many digits as a card's number may have, zeros before them aside; told without reading a longer one to its end. */
const AS_LONG_AS_A_CARD = /^(?:0|[ +-]|%20)*[2-6](?:(?:[ +-]|%20)*\d){12,18}$/

const SHORTEST = 13

/** Masks the numbers of real-looking cards in a text that is kept or logged: first six digits and last four stay. */
export function maskCards(text: string): string {
  if (text.length < SHORTEST || !hasLongRun(text)) return text
  const masked = text.includes('%') ? text.replace(RUN_OR_ESCAPE, maskRun) : text
  return masked.replace(RUN, maskRun)
}

/** Whether a text has digits enough for a card in one run: most are let through by this one look over them. */
function hasLongRun(text: string): boolean {
  let digits = 0
  for (let place = 0; place < text.length; place++) {
    const character = text[place] as string
    if (character >= '0' && character <= '9') {
      if (++digits === SHORTEST) return true
    } else if (character === '%' && text.startsWith('20', place + 1)) place += 2
    else if (character !== ' ' && character !== '-' && character !== '+') digits = 0
  }
  return false
}

export const holdsCard = (text: string): boolean => maskCards(text) !== text

/**
 * Masks a value that is kept. One that is nothing but digits stays a number of as many digits, so that whatever takes
 * a number takes it still; it is nobody's card any more.
 */
export function maskValue(text: string): string {
  if (!/^\s*\d+\s*$/.test(text)) return maskCards(text)
  const digits = text.trim()
  if (!isRealLooking(digits)) return text
  // Ten digits to fill with, and a sum that only one in ten leaves right.
  const filled = [...'0123456789'].map((filler) => fill(digits, filler)).find((number) => !isRealLooking(number))
  return text.replace(digits, filled as string)
}

/** Every text of a value that is plain data, masked. */
export function maskTexts<T>(value: T): T {
  if (typeof value === 'string') return maskCards(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(maskTexts) as T
  const masked = { ...value } as Record<string, unknown>
  for (const name in masked) masked[name] = maskTexts(masked[name])
  return masked as T
}

function maskRun(run: string): string {
  if (run.length < SHORTEST || !AS_LONG_AS_A_CARD.test(run)) return run
  const digits = run.replaceAll('%20', ' ').replace(/\D/g, '')
  if (!isRealLooking(digits)) return run
  const masked = fill(digits, '*')
  let place = 0
  return run.replace(/%20|\d/g, (part) => (part === '%20' ? part : (masked[place++] as string)))
}

/** Puts `filler` for the middle digits of a number; zeros before it stay. */
const fill = (digits: string, filler: string): string =>
  digits.replace(/^(0*\d{6})(\d+)(\d{4})$/, (_all, first, middle, last) => first + filler.repeat(middle.length) + last)
