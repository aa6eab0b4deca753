import { DateTime } from 'luxon'
import * as z from 'zod'
import { instant, isoInstant } from '../../../kernel/clock.ts'

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000

const DAY_OF_YEAR = /^(\d{4})(\d{3})$/

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export const isDate = (text: string): boolean => z.regexes.date.test(text)

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether a text is a year and a day that it has, `YYYYDDD` (contract 2.6). */
export function isDayOfYear(text: string): boolean {
  const [, year, day] = DAY_OF_YEAR.exec(text) ?? []
  return Number(day) > 0 && Number(day) <= (isLeap(Number(year)) ? 366 : 365)
}

/** The date that a text of year and day of year stands for; undefined where there is none. */
export function dateOfYear(text: string): string | undefined {
  if (!isDayOfYear(text)) return undefined
  // By hand, as many a person has such dates: Luxon takes as long for two as the host for all its edits.
  return dateAt(instant(`${text.slice(0, 4)}-01-01`) + (Number(text.slice(4)) - 1) * DAY)
}

/** The month that six digits stand for, month and year in either order (contract 9 #43), as `YYYY-MM`. */
export function monthOf(text: string): string | undefined {
  const sixDigits = text.padStart(6, '0')
  const [, month, year] = /^(0[1-9]|1[0-2])(?!0000)(\d{4})$/.exec(sixDigits) ?? []
  if (month !== undefined) return `${year}-${month}`
  const [, yearFirst, monthLast] = /^(?!0000)(\d{4})(0[1-9]|1[0-2])$/.exec(sixDigits) ?? []
  return yearFirst === undefined ? undefined : `${yearFirst}-${monthLast}`
}

/** The date of an instant. The platform's days are those of universal time. */
export const dateAt = (milliseconds: number): string => isoInstant(milliseconds).slice(0, 'YYYY-MM-DD'.length)

export const dayAfter = (milliseconds: number): string => dateAt(milliseconds + DAY)

/** The last day of a date's month, so many years later. */
export const monthEndAfter = (day: string, years: number): string | null =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ years }).endOf('month').toISODate()
