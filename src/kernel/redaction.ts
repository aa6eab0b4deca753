import { passesLuhn } from './luhn.ts'

/** A run of 16 digits, bare or padded to 19 with zeros, as card numbers are written; no part of a longer name. */
const CARD_LIKE = /(?<!\w)(?:000)?[1-9]\d{15}(?!\w)/g

/** Masks card numbers in a text that is stored or logged: the first six digits and the last four stay. */
export const maskCards = (text: string): string =>
  text.replace(CARD_LIKE, (run) => {
    const [padding, number] = [run.slice(0, -16), run.slice(-16)]
    return passesLuhn(number) ? `${padding}${number.slice(0, 6)}******${number.slice(-4)}` : run
  })
