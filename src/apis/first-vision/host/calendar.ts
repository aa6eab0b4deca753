import { isoInstant } from '../../../kernel/clock.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_OF_YEAR = /^(\d{4})(\d{3})$/

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? []
  return year !== undefined && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
}

/** The date that a text of year and day of year stands for, `YYYYDDD` (contract 2.6); undefined where there is none. */
export function dateOfYear(text: string): string | undefined {
  const [, year, dayOfYear] = DAY_OF_YEAR.exec(text) ?? []
  let day = Number(dayOfYear)
  if (year === undefined || day < 1) return undefined
  for (let month = 1; month <= 12; month++) {
    const days = daysIn(Number(year), month)
    if (day <= days) return [year, pad(month), pad(day)].join('-')
    day -= days
  }
  return undefined
}

/** The month that six digits stand for, month and year in either order (contract 9 #43), as `YYYY-MM`. */
export function monthOf(text: string): string | undefined {
  const sixDigits = text.padStart(6, '0')
  const [, month, year] = /^(0[1-9]|1[0-2])(?!0000)(\d{4})$/.exec(sixDigits) ?? []
  if (month !== undefined) return `${year}-${month}`
  const [, yearFirst, monthLast] = /^(?!0000)(\d{4})(0[1-9]|1[0-2])$/.exec(sixDigits) ?? []
  return yearFirst === undefined ? undefined : `${yearFirst}-${monthLast}`
}

/** The day of an instant, which the platform counts in universal time. */
export const dateAt = (milliseconds: number): string => isoInstant(milliseconds).slice(0, 'YYYY-MM-DD'.length)

export const dayAfter = (milliseconds: number): string => dateAt(milliseconds + 24 * 60 * 60 * 1000)

/** The last day of the month that begins so many years after a day's. */
export function monthEndAfter(day: string, years: number): string {
  const [year, month] = [Number(day.slice(0, 4)) + years, Number(day.slice(5, 7))]
  return [year, pad(month), daysIn(year, month)].join('-')
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  if (month < 1 || month > 12) return 0
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const pad = (number: number) => String(number).padStart(2, '0')
