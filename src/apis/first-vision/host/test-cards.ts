import { passesLuhn } from '../../../kernel/luhn.ts'

/** The only beginnings of card numbers that are made here: those of well-known test cards (decision Card numbers). */
export const TEST_CARD_PREFIXES = ['400000', '400005', '411111', '424242', '510510', '520082', '555555'] as const

export const isTestCardPrefix = (digits: string): boolean =>
  TEST_CARD_PREFIXES.some((prefix) => digits.startsWith(prefix))

/** Sixteen digits of a test range with their check digit, after three zeros. */
export const isTestCardNumber = (number: string): boolean =>
  /^000\d{16}$/.test(number) && isTestCardPrefix(number.slice(3)) && passesLuhn(number)
