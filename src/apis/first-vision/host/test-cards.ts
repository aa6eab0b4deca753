import { isTestCardPrefix } from '../../../kernel/masking/card-numbers.ts'
import { passesLuhn } from '../../../kernel/masking/luhn.ts'

/** Sixteen digits of a test range with their check digit, after three zeros. */
export const isTestCardNumber = (number: string): boolean =>
  /^000\d{16}$/.test(number) && isTestCardPrefix(number.slice(3)) && passesLuhn(number)
