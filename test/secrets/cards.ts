import { luhnDigit } from '../../src/kernel/masking/luhn.ts'

const whole = (beginning: string) => `${beginning}${luhnDigit(beginning)}`

/** Numbers as those of somebody’s cards: of each brand and length, and of no test range. */
const CARDS = [
  ...['453957876362148', '4539578763621', '537843210987654', '222345678901234', '37828224631000', '3056930902590'],
  ...['601100099013942', '62212345678901234', '675912345678901234', '303457876362', '453957876362148765'],
].map(whole)

const grouped = (number: string, between: string) => (number.match(/\d{1,4}/g) as string[]).join(between)

/** All ways in which they are sent: with what stands between the digits, and around them. */
export const SENT = CARDS.flatMap((card) => [
  ...[card, `000${card}`, grouped(card, ' '), grouped(card, '-'), grouped(card, '%20')],
  ...[`No.${card}x`, `card=${card};`, `ä${grouped(card, ' - ')}ö`],
])

/** The cards that a text holds, whatever stands between their digits. */
export function cardsIn(text: string): string[] {
  const digits = text.replaceAll(/(?<=\d)(?:%20|[ +-])+(?=\d)/g, '')
  return CARDS.filter((card) => digits.includes(card))
}
