import type { Problem } from '../../../../kernel/problem.ts'
import { isDate } from '../../host/calendar.ts'
import { type Edits, edit, fits, mustName, names, settingEdit } from '../../host/edits.ts'
import {
  digits,
  type Fits,
  isGiven,
  isNoDate,
  isOneOf,
  isOrganizationOrLogo,
  nameOf,
  oneOf,
  textOf,
} from '../../host/scalar.ts'
import { hasNineDigits, isCalendarDate, personEdits, personFits } from '../../person/edits.ts'
import type { OwnerMember } from '../../person/members.ts'
import type { Organization } from '../../records/organizations.ts'
import { GC_FIELDS } from './field-problems.ts'
import { GC } from './problems.ts'
import type { CustomerUpdateRequest as Request } from './wire.ts'

type Settings = { organization: Organization }

const isDateOrZero: Fits = (value) => isNoDate(value) || isCalendarDate(value)

const KEY_EDITS: Edits<Request, Settings> = [
  names(GC['01E'], 'organizationNumber', isOrganizationOrLogo),
  mustName(GC['02E'], 'customerNumber'),
  fits(GC['03E'], 'foreignUseIndicator', oneOf('0', '1')),
  fits(GC['04E'], 'numberType', oneOf('0', '1')),
  edit(GC['05E'], (request) => isOneOf(request.numberType, '1') && nameOf(request.organizationNumber) === undefined),
  fits(GC['06E'], 'demographicDataIndicator', oneOf('0', '1', '2')),
  fits(GC['07E'], 'userDataIndicator', oneOf('0', '1', '2')),
  edit(GC['08E'], ({ demographicDataIndicator: demographic, userDataIndicator: user }) => {
    return [demographic, user].every(oneOf('1', '2')) && textOf(demographic) !== textOf(user)
  }),
  fits(GC['09E'], 'status', oneOf('0', '1', '2')),
  fits(GC['10E'], 'vipStatus', oneOf('0', '1')),
  fits(GC['11E'], 'sicCode', digits(6)),
]

/** A date that must not be past the next processing date, or must be before it; ISO dates compare as texts. */
const isInTime = (problem: Problem, member: OwnerMember, isLate: (date: string, next: string) => boolean) =>
  settingEdit<Request, Settings>(problem, ({ owner, tomorrow }, { organization }) => {
    const date = textOf(owner[member])
    return isDate(date) && isLate(date, organization.dateOfNextProcessing ?? tomorrow)
  })

const FIELD_EDITS: Edits<Request, Settings> = [
  ...personEdits({
    maritalStatus: GC_FIELDS['12E'],
    postalCode: GC_FIELDS['16E'],
    ownOrRentResidenceFlag: GC_FIELDS['17E'],
    contactIndicator: GC_FIELDS['18E'],
    carrierRoute3And4: GC_FIELDS['19E'],
    statementMessageIndicator: GC_FIELDS['22E'],
    identificationNumberFlag: GC_FIELDS['24E'],
    employerPhoneFlag: GC_FIELDS['28E'],
    numberOfDependents: GC_FIELDS['29E'],
    user10: GC_FIELDS['30E'],
    user11: GC_FIELDS['31E'],
    countryCode: GC_FIELDS['35E'],
    // The messages of these four name 0 and 1; other rules and the field list know a preferred channel, 2 (contract 9 #13).
    homePhoneFlag: GC_FIELDS['36E'],
    faxPhoneFlag: GC_FIELDS['37E'],
    mobilePhoneFlag: GC_FIELDS['38E'],
    emailFlag: GC_FIELDS['39E'],
    genderCode: GC_FIELDS['40E'],
    smsFlag: GC_FIELDS['41E'],
  }),
  personFits(GC_FIELDS['13E'], 'nameTypeIndicator1', oneOf('0', '1', '2')),
  personFits(GC_FIELDS['14E'], 'nameTypeIndicator2', oneOf('0', '1', '2')),
  personFits(GC_FIELDS['15E'], 'nameTypeIndicator3', oneOf('0', '1', '2')),
  personFits(GC_FIELDS['20E'], 'formDateSent', isDateOrZero),
  isInTime(GC_FIELDS['21E'], 'formDateSent', (date, next) => date > next),
  personFits(GC_FIELDS['23E'], 'dateOfBirth', isDateOrZero),
  edit(GC_FIELDS['25E'], ({ owner: { identificationNumberFlag: flag, identificationNumber: number } }) => {
    return isOneOf(flag, '0') && isGiven(number) && !hasNineDigits(number)
  }),
  personFits(GC_FIELDS['26E'], 'dateOfFile', isDateOrZero),
  isInTime(GC_FIELDS['27E'], 'dateOfFile', (date, next) => date > next),
  isInTime(GC_FIELDS['53E'], 'dateOfBirth', (date, next) => date >= next),
  settingEdit(GC_FIELDS['54E'], ({ owner }, { organization }) => {
    return organization.extendedNameFormat === 'Y' && isGiven(owner.nameLine1)
  }),
]

/** What an update is judged by; a reversal adds to it. */
export const UPDATE_EDITS: Edits<Request, Settings> = [...KEY_EDITS, ...FIELD_EDITS]
