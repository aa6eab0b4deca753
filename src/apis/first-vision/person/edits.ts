import { dateOfYear, isDate } from '../host/calendar.ts'
import { type Edit, edit } from '../host/edits.ts'
import { type Fits, isNoDate, isWrong, textOf } from '../host/scalar.ts'
import type { OwnerInput, OwnerMember } from './members.ts'

/** A person's block, and the day on which it is judged. */
export type JudgedOwner = { owner: OwnerInput; today: string }

type PersonEdit = Edit<{ owner: OwnerInput }>

/** What is given in a member must fit. */
export const fits = (member: OwnerMember, problem: PersonEdit['problem'], test: Fits): PersonEdit =>
  edit(problem, ({ owner }) => isWrong(owner[member], test))

export const isCalendarDate: Fits = (value) => isDate(textOf(value))

/** Year and day of year, or zeros for none (contract 2.6). */
export const isUserDate: Fits = (value) => isNoDate(value) || dateOfYear(textOf(value)) !== undefined

/** Letters, digits, blanks and dashes (contract 8 #15). */
export const isPostalCode: Fits = (value) => /^[\p{L}\d -]*$/u.test(textOf(value))

/** What a tax number of the first kind begins with (contract 8 #13). */
export const hasNineDigits: Fits = (value) => /^\d{9}/.test(textOf(value))
