import { drawInteger, drawText } from '../../../kernel/random.ts'
import type { Organization } from './organizations.ts'

/** A draw that depends on the card number alone, so that it is the same in every workspace. */
const drawOf = (kind: string, cardNumber: string) => ({
  seed: 0,
  kind: `first-vision.${kind}.${cardNumber}`,
  number: 0,
})

/** A first character from A to Z, five more from 0 to Z: never all digits, so that no token reads as a number. */
const [FIRST_LETTER, TOKENS] = [10 * 36 ** 5, 26 * 36 ** 5]

/**
 * What stands for a card outside the platform: `000`, its first six digits, six characters, its last four (contract
 * 2.1).
 */
export function cardToken(cardNumber: string): string {
  const drawn = FIRST_LETTER + drawInteger(drawOf('token', cardNumber), 0, TOKENS - 1)
  return `000${cardNumber.slice(3, 9)}${drawn.toString(36).toUpperCase()}${cardNumber.slice(-4)}`
}

export const isCardToken = (text: string): boolean => /^000\d{6}[A-Z][0-9A-Z]{5}\d{4}$/.test(text)

/** As the first release had it: hexadecimal digits. */
export const earlierEncryptedNumber = (cardNumber: string): string =>
  drawText(drawOf('encrypted', cardNumber), 32).toUpperCase()

/** Hexadecimal digits, of which every eighth is a letter: no run of them looks like a card number itself. */
export function encryptedCardNumber(cardNumber: string): string {
  const drawn = earlierEncryptedNumber(cardNumber)
  let digits = ''
  for (let at = 0; at < drawn.length; at += 8)
    digits += drawn.slice(at, at + 7) + 'ABCDEF'[Number.parseInt(drawn.charAt(at + 7), 16) % 6]
  return digits
}

/** A card number where there is no token service: first four and last four digits, as in `0581xxxxxxx5846`. */
const maskedCardNumber = (cardNumber: string): string =>
  `${cardNumber.slice(3, 7)}${'x'.repeat(8)}${cardNumber.slice(-4)}`

/**
 * How a card's number leaves the platform: as its token where there is the token service, else masked (contract 8,
 * rule 31).
 */
export const shownCardNumber = (
  organization: Organization | undefined,
  card: { cardNumber: string; cardToken: string },
): string => (organization?.panTokenIndicator === 'Y' ? card.cardToken : maskedCardNumber(card.cardNumber))
