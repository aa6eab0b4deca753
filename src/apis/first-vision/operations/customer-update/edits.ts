import { isKnownCountry } from '../../domain/countries.ts'
import { dayAfter } from '../../host/calendar.ts'
import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import {
  digits,
  type Fits,
  isGiven,
  isNoDate,
  isOneOf,
  isOrganizationOrLogo,
  isWrong,
  isWrongName,
  nameOf,
  oneOf,
  textOf,
} from '../../host/scalar.ts'
import { fits, hasNineDigits, isCalendarDate, isPostalCode, isUserDate } from '../../person/edits.ts'
import type { OwnerMember } from '../../person/members.ts'
import type { Organization } from '../../records/organizations.ts'
import { GC_FIELDS } from './field-problems.ts'
import { GC } from './problems.ts'
import type { CustomerUpdateRequest as Request } from './wire.ts'

const isDateOrZero: Fits = (value) => isNoDate(value) || isCalendarDate(value)

const KEY_EDITS: Edit<Request>[] = [
  edit(GC['01E'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
  edit(GC['02E'], ({ customerNumber }) => nameOf(customerNumber) === undefined),
  edit(GC['03E'], ({ foreignUseIndicator }) => isWrong(foreignUseIndicator, oneOf('0', '1'))),
  edit(GC['04E'], ({ numberType }) => isWrong(numberType, oneOf('0', '1'))),
  edit(GC['05E'], (request) => isOneOf(request.numberType, '1') && nameOf(request.organizationNumber) === undefined),
  edit(GC['06E'], ({ demographicDataIndicator }) => isWrong(demographicDataIndicator, oneOf('0', '1', '2'))),
  edit(GC['07E'], ({ userDataIndicator }) => isWrong(userDataIndicator, oneOf('0', '1', '2'))),
  edit(GC['08E'], ({ demographicDataIndicator: demographic, userDataIndicator: user }) => {
    return [demographic, user].every(oneOf('1', '2')) && textOf(demographic) !== textOf(user)
  }),
  edit(GC['09E'], ({ status }) => isWrong(status, oneOf('0', '1', '2'))),
  edit(GC['10E'], ({ vipStatus }) => isWrong(vipStatus, oneOf('0', '1'))),
  edit(GC['11E'], ({ sicCode }) => isWrong(sicCode, digits(6))),
]

const FIELD_EDITS: Edit<Request>[] = [
  fits('maritalStatus', GC_FIELDS['12E'], oneOf('0', '1', '2', '3', '4')),
  fits('nameTypeIndicator1', GC_FIELDS['13E'], oneOf('0', '1', '2')),
  fits('nameTypeIndicator2', GC_FIELDS['14E'], oneOf('0', '1', '2')),
  fits('nameTypeIndicator3', GC_FIELDS['15E'], oneOf('0', '1', '2')),
  fits('postalCode', GC_FIELDS['16E'], isPostalCode),
  fits('ownOrRentResidenceFlag', GC_FIELDS['17E'], oneOf('0', '1', '2', '3')),
  fits('contactIndicator', GC_FIELDS['18E'], digits(2)),
  fits('carrierRoute3And4', GC_FIELDS['19E'], digits(2)),
  fits('formDateSent', GC_FIELDS['20E'], isDateOrZero),
  fits('statementMessageIndicator', GC_FIELDS['22E'], digits(1)),
  fits('dateOfBirth', GC_FIELDS['23E'], isDateOrZero),
  fits('identificationNumberFlag', GC_FIELDS['24E'], oneOf('0', '1', '2')),
  edit(GC_FIELDS['25E'], ({ owner: { identificationNumberFlag: flag, identificationNumber: number } }) => {
    return isOneOf(flag, '0') && isGiven(number) && !hasNineDigits(number)
  }),
  fits('dateOfFile', GC_FIELDS['26E'], isDateOrZero),
  fits('employerPhoneFlag', GC_FIELDS['28E'], oneOf('0', '1', '2')),
  fits('numberOfDependents', GC_FIELDS['29E'], digits(3)),
  fits('user10', GC_FIELDS['30E'], isUserDate),
  fits('user11', GC_FIELDS['31E'], isUserDate),
  // The messages speak of 0 and 1; other rules and the field list know a preferred channel too (contract 9 #13).
  fits('homePhoneFlag', GC_FIELDS['36E'], oneOf('0', '1', '2')),
  fits('faxPhoneFlag', GC_FIELDS['37E'], oneOf('0', '1', '2')),
  fits('mobilePhoneFlag', GC_FIELDS['38E'], oneOf('0', '1', '2')),
  fits('emailFlag', GC_FIELDS['39E'], oneOf('0', '1', '2')),
  fits('genderCode', GC_FIELDS['40E'], oneOf('0', '1', '2')),
  fits('smsFlag', GC_FIELDS['41E'], oneOf('0', '1')),
]

/** The organization whose customer it is, and the day that it processes next. */
type Settings = { organization: Organization; nextProcessing: string }

/** A date that must not be past the next processing date, or must be before it; ISO dates compare as texts. */
const upTo = (
  member: OwnerMember,
  problem: Edit<Request>['problem'],
  isLate: (date: string, next: string) => boolean,
) =>
  edit<Request, Settings>(problem, ({ owner }, { nextProcessing }) => {
    return isCalendarDate(owner[member]) && isLate(textOf(owner[member]), nextProcessing)
  })

const SETTING_EDITS: Edit<Request, Settings>[] = [
  upTo('formDateSent', GC_FIELDS['21E'], (date, next) => date > next),
  upTo('dateOfFile', GC_FIELDS['27E'], (date, next) => date > next),
  upTo('dateOfBirth', GC_FIELDS['53E'], (date, next) => date >= next),
  edit(GC_FIELDS['35E'], ({ owner: { countryCode } }, { organization }) => {
    return isWrong(countryCode, (code) => isKnownCountry(organization, textOf(code)))
  }),
  edit(GC_FIELDS['54E'], ({ owner }, { organization }) => {
    return organization.extendedNameFormat === 'Y' && isGiven(owner.nameLine1)
  }),
]

/** The first stage for the update, and for the reversal, which adds its own. */
export const updateProblems = (request: Request, organization: Organization | undefined, now: number) => [
  ...failing(KEY_EDITS, request, undefined),
  ...failing(FIELD_EDITS, request, undefined),
  ...(organization
    ? failing(SETTING_EDITS, request, {
        organization,
        nextProcessing: organization.dateOfNextProcessing ?? dayAfter(now),
      })
    : []),
]

export const judgeCustomerUpdate = (...judged: Parameters<typeof updateProblems>): void =>
  judge(updateProblems(...judged))
