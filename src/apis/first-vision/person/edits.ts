import type { Problem } from '../../../kernel/problem.ts'
import { isKnownCountry } from '../domain/countries.ts'
import { isDate, isDayOfYear } from '../host/calendar.ts'
import { type Edit, edit, settingEdit } from '../host/edits.ts'
import { digits, type Fits, isNoDate, isWrong, oneOf, textOf } from '../host/scalar.ts'
import type { Organization } from '../records/organizations.ts'
import type { OwnerInput, OwnerMember } from './members.ts'

type Judged = { owner: OwnerInput }

/** What is given in a member of a person must fit. */
export const personFits = (problem: Problem, member: OwnerMember, test: Fits): Edit<Judged> =>
  edit(problem, ({ owner }) => isWrong(owner[member], test))

export const isCalendarDate: Fits = (value) => isDate(textOf(value))

/** Year and day of year, or zeros for none (contract 2.6). */
const isUserDate: Fits = (value) => isNoDate(value) || isDayOfYear(textOf(value))

/** Letters, digits, blanks and dashes (contract 8 #15). */
const isPostalCode: Fits = (value) => /^[\p{L}\d -]*$/u.test(textOf(value))

/** What a tax number of the first kind begins with (contract 8 #13). */
export const hasNineDigits: Fits = (value) => /^\d{9}/.test(textOf(value))

/** What every service asks of a person, each under codes of its own. */
const TESTS = {
  maritalStatus: oneOf('0', '1', '2', '3', '4'),
  postalCode: isPostalCode,
  ownOrRentResidenceFlag: oneOf('0', '1', '2', '3'),
  contactIndicator: digits(2),
  genderCode: oneOf('0', '1', '2'),
  carrierRoute3And4: digits(2),
  identificationNumberFlag: oneOf('0', '1', '2'),
  statementMessageIndicator: digits(1),
  numberOfDependents: digits(3),
  user10: isUserDate,
  user11: isUserDate,
  employerPhoneFlag: oneOf('0', '1', '2'),
  homePhoneFlag: oneOf('0', '1', '2'),
  faxPhoneFlag: oneOf('0', '1', '2'),
  mobilePhoneFlag: oneOf('0', '1', '2'),
  emailFlag: oneOf('0', '1', '2'),
  smsFlag: oneOf('0', '1'),
} satisfies Partial<Record<OwnerMember, Fits>>

type Tested = keyof typeof TESTS

/** An edit for each of these tests, and for the country, with the codes of one service. */
export const personEdits = ({
  countryCode,
  ...problems
}: Record<Tested | 'countryCode', Problem>): Edit<Judged, { organization: Organization }>[] => [
  ...Object.entries(problems).map(([member, problem]) =>
    personFits(problem, member as Tested, TESTS[member as Tested]),
  ),
  settingEdit(countryCode, ({ owner }, { organization }) =>
    isWrong(owner.countryCode, (code) => isKnownCountry(organization, textOf(code))),
  ),
]
