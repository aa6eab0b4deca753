import { isRealLooking } from './card-numbers.ts'

// Each look goes forward only, whatever a text consists of: a run begins with a digit, and is no part of what was passed.

/** What may stand between the digits of a number: dashes and spaces, also as queries have them. */
export const BETWEEN_DIGITS = '(?:[ +-]|%20)*'

/** Digits as far as they go on, with nothing but that between them. */
const RUN = new RegExp(`(?:%20)+|\\d(?:${BETWEEN_DIGITS}\\d)*`, 'g')

/** The same beside escapes, whose digits belong to no number: `%404…` is an at sign before a 4. */
const RUN_OR_ESCAPE = new RegExp(`(?:%[0-9A-Fa-f]{2})+|\\d(?:${BETWEEN_DIGITS}\\d)*`, 'g')

/** A run of as many digits as a card's number may have, zeros before them aside; told without reading a longer one to its end. */
const AS_LONG_AS_A_CARD = new RegExp(`^(?:0|[ +-]|%20)*[2-6](?:${BETWEEN_DIGITS}\\d){12,18}$`)

const SHORTEST = 13

const [ZERO, PERCENT] = [0x30, 0x25]

/** Masks the numbers of real-looking cards in a text that is kept or logged: first six digits and last four stay. */
export function maskCards(text: string): string {
  if (!stretchAfter(text, 0)) return text
  return maskStretches(text.includes('%') ? text.replace(RUN_OR_ESCAPE, maskRun) : text)
}

function maskStretches(text: string): string {
  let masked = ''
  let done = 0
  for (let found = stretchAfter(text, 0); found; found = stretchAfter(text, found.end)) {
    const { start, end } = found
    if (!mayHoldCard(text, start, end)) continue
    const stretch = text.slice(start, end)
    const kept = stretch.replace(RUN, maskRun)
    if (kept === stretch) continue
    masked += text.slice(done, start) + kept
    done = end
  }
  return done ? masked + text.slice(done) : text
}

/**
 * The next stretch of what runs consist of that is long enough for a card. Until it meets one it looks at one character in
 * so many, as a longer one would cover one of them: most of what is kept goes by unread.
 */
function stretchAfter(text: string, from: number): { start: number; end: number } | undefined {
  for (let place = from + SHORTEST - 1; place < text.length; place += SHORTEST) {
    if (!isOfRun(text.charCodeAt(place))) continue
    let start = place
    while (start > from && isOfRun(text.charCodeAt(start - 1))) start--
    while (place < text.length && isOfRun(text.charCodeAt(place))) place++
    if (place - start >= SHORTEST) return { start, end: place }
  }
  return undefined
}

/** Whether the digits of a stretch could be a card's; told only where escapes do not part them. */
function mayHoldCard(text: string, start: number, end: number): boolean {
  let digits = 0
  let first = 0
  for (let place = start; place < end; place++) {
    const code = text.charCodeAt(place)
    if (code === PERCENT) return true
    // Zeros before a number are no part of it.
    if (code < ZERO || (code === ZERO && digits === 0)) continue
    if (digits++ === 0) first = code - ZERO
  }
  return digits >= SHORTEST && first >= 2 && first <= 6
}

/** Whether a character is a digit, or may stand between those of a run. */
const isOfRun = (code: number): boolean =>
  (code >= ZERO && code <= ZERO + 9) || code === 0x20 || code === 0x2b || code === 0x2d || code === PERCENT

export const holdsCard = (text: string): boolean => maskCards(text) !== text

/**
 * Masks a value that is kept. One that is nothing but digits stays a number of as many digits, so that whatever takes
 * a number takes it still; it is nobody's card any more.
 */
export function maskValue(text: string): string {
  if (text.length < SHORTEST) return text
  if (!/^\s*\d+\s*$/.test(text)) return maskCards(text)
  const digits = text.trim()
  if (!isRealLooking(digits)) return text
  // Ten digits to fill with, and a sum that only one in ten leaves right.
  const filled = [...'0123456789'].map((filler) => fill(digits, filler)).find((number) => !isRealLooking(number))
  return text.replace(digits, filled as string)
}

/** Whether a number has too few digits to be a card's, so that it need not be written to see that. */
export const isShort = (number: number): boolean => Number.isInteger(number) && Math.abs(number) < 10 ** (SHORTEST - 1)

/** Every text of a value that is plain data, masked; the value itself where there is nothing to mask. */
export function maskTexts<T>(value: T): T {
  if (typeof value === 'string') return maskCards(value) as T
  if (typeof value !== 'object' || value === null) return value
  const members = value as Record<string, unknown>
  let masked: Record<string, unknown> | undefined
  for (const name in members) {
    const kept = maskTexts(members[name])
    if (kept === members[name]) continue
    masked ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
    masked[name] = kept
  }
  return (masked ?? value) as T
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
