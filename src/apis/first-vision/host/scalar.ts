import type { ExactNumber } from '../../../kernel/text/exact-number.ts'

/** What a member may hold whose content a host code judges: any JSON scalar (decision Wrong types). */
export type Scalar = string | number | ExactNumber | boolean | null | undefined

/** The text of a scalar, a number's by the digits that were sent, without blanks around it; empty where nothing is given. */
export const textOf = (value: Scalar): string => (value === undefined || value === null ? '' : String(value).trim())

/** Absent, null, empty and blank all mean: not given (decision Not given). */
export const isGiven = (value: Scalar): boolean => textOf(value) !== ''

/** A number that names something, as text; undefined when it is not given, which zeros mean too. */
export function nameOf(value: Scalar): string | undefined {
  const text = textOf(value)
  return /^0*$/.test(text) ? undefined : text
}

/** A number that names an organization or a logo, to be found by; undefined when it is not given. */
export function numberOf(value: Scalar): number | undefined {
  const name = nameOf(value)
  return name === undefined ? undefined : Number(name)
}

/** Whether it is nothing but digits, at most `most` of them: `"12"` counts as 12, `1.5` and `true` do not. */
export function isNumeric(value: Scalar, most: number): boolean {
  const text = textOf(value)
  return text.length <= most && /^\d+$/.test(text)
}

export const isOneOf = (value: Scalar, ...values: string[]): boolean => values.includes(textOf(value))

/** What a value must be. */
export type Fits = (value: Scalar) => boolean

export const oneOf =
  (...values: string[]): Fits =>
  (value) =>
    isOneOf(value, ...values)

export const digits =
  (most: number): Fits =>
  (value) =>
    isNumeric(value, most)

export const exactly =
  (length: number): Fits =>
  (value) =>
    isNumeric(value, length) && textOf(value).length === length

/** Nothing is given, or zeros, which stand for no date (contract 2.6). */
export const isNoDate: Fits = (value) => /^(0[0-]*)?$/.test(textOf(value))

/** A value edit: something is given, and it is not what it must be. */
export const isWrong = (value: Scalar, fits: Fits): boolean => isGiven(value) && !fits(value)

/** A value edit of a number that names something: one is given, and it is not what it must be. */
export const isWrongName = (value: Scalar, fits: (value: Scalar) => boolean): boolean =>
  nameOf(value) !== undefined && !fits(value)

/** The number of an organization or logo, 001 to 998 (contract 2.2, 2.3). */
export const isOrganizationOrLogo = (value: Scalar): boolean =>
  isNumeric(value, 3) && Number(value) >= 1 && Number(value) <= 998

/** Customer, account, relationship and card numbers have nineteen digits (contract 2.1). */
export const NUMBER_LENGTH = 19
export const NO_NUMBER = '0'.repeat(NUMBER_LENGTH)

export const isFullNumber = (value: Scalar): boolean => /^\d{19}$/.test(textOf(value))

/** A truth value as a client writes it, or as the host does. */
export const isTruthValue = (value: Scalar): boolean => isOneOf(value, 'true', 'false', 'Y', 'N')

export const isTrue = (value: Scalar): boolean => isOneOf(value, 'true', 'Y')
