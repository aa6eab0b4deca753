/** A run of 16 digits, bare or padded to 19 with zeros, as card numbers are written; no part of a longer name. */
const CARD_LIKE = /(?<!\w)(?:000)?[1-9]\d{15}(?!\w)/g

/** Masks card numbers in a text that is stored or logged: the first six digits and the last four stay. */
export const maskCards = (text: string): string =>
  text.replace(CARD_LIKE, (run) => {
    const [padding, number] = [run.slice(0, -16), run.slice(-16)]
    return isLuhnValid(number) ? `${padding}${number.slice(0, 6)}******${number.slice(-4)}` : run
  })

/** Whether a text of digits ends in the check digit that ISO/IEC 7812 gives it. */
export const isLuhnValid = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.at(-1 - i))
    const doubled = i % 2 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
