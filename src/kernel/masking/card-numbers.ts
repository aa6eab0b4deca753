import { passesLuhn } from './luhn.ts'

/** The only beginnings of card numbers that are ever made here: those that the card industry sets aside for tests (decision Card numbers). */
export const TEST_CARD_PREFIXES = ['400000', '400005', '411111', '424242', '510510', '520082', '555555'] as const

export const isTestCardPrefix = (digits: string): boolean =>
  TEST_CARD_PREFIXES.some((prefix) => digits.startsWith(prefix))

/** Whether digits could be those of somebody's card, zeros before them aside (decision Findings). */
export function isRealLooking(digits: string): boolean {
  const number = digits.replace(/^0+/, '')
  return /^[2-6]\d{12,18}$/.test(number) && !isTestCardPrefix(number) && passesLuhn(number)
}
