import { isKnownCountry } from '../../domain/countries.ts'
import { type Edit, edit } from '../../host/edits.ts'
import { digits, exactly, isGiven, isOneOf, isWrong, oneOf, textOf } from '../../host/scalar.ts'
import { fits, hasNineDigits, isCalendarDate, isPostalCode, isUserDate, type JudgedOwner } from '../../person/edits.ts'
import type { OwnerInput, OwnerMember } from '../../person/members.ts'
import type { Organization } from '../../records/organizations.ts'
import { NA_FIELDS as NA } from './field-problems.ts'

const required = (member: OwnerMember, problem: Edit<JudgedOwner>['problem']) =>
  edit<JudgedOwner>(problem, ({ owner }) => !isGiven(owner[member]))

/** A date of the calendar that lies after today; ISO dates compare as texts. */
const notLater = (member: OwnerMember, problem: Edit<JudgedOwner>['problem']) =>
  edit<JudgedOwner>(problem, ({ owner, today }) => isCalendarDate(owner[member]) && textOf(owner[member]) > today)

/** What Customer Add alone asks of an owner's and a co-owner's block (contract 4.4). */
export const ADDED_EDITS: Edit<JudgedOwner>[] = [
  fits('userDate3', NA['01E'], isCalendarDate),
  fits('income', NA['02E'], digits(2)),
  required('income', NA['03E']),
  fits('cuit', NA['04E'], exactly(11)),
  required('cuit', NA['05E']),
  fits('occupationCode', NA['06E'], exactly(6)),
  required('occupationCode', NA['07E']),
  fits('ivaPosition', NA['08E'], digits(1)),
  required('ivaPosition', NA['09E']),
  fits('statement2Indicator', NA['24E'], oneOf('1', '2', '3')),
]

/** What every way to add a customer asks of a person. */
export const OWNER_EDITS: Edit<JudgedOwner>[] = [
  fits('identificationNumberFlag', NA['30S'], oneOf('0', '1', '2')),
  edit(NA['31S'], ({ owner: { identificationNumberFlag: flag, identificationNumber: number } }) => {
    return isOneOf(flag, '0', '') && isGiven(number) && !hasNineDigits(number)
  }),
  fits('employerPhoneFlag', NA['32S'], oneOf('0', '1', '2')),
  fits('postalCode', NA['34S'], isPostalCode),
  fits('maritalStatus', NA['35S'], oneOf('0', '1', '2', '3', '4')),
  fits('ownOrRentResidenceFlag', NA['36S'], oneOf('0', '1', '2', '3')),
  fits('carrierRoute3And4', NA['37S'], digits(2)),
  notLater('dateOfBirth', NA['38S']),
  fits('dateOfBirth', NA['39S'], isCalendarDate),
  notLater('dateOfFile', NA['40S']),
  fits('dateOfFile', NA['41S'], isCalendarDate),
  fits('numberOfDependents', NA['42S'], digits(3)),
  fits('statementMessageIndicator', NA['43S'], digits(1)),
  fits('user10', NA['44S'], isUserDate),
  fits('user11', NA['45S'], isUserDate),
  fits('nameTypeIndicator1', NA['46S'], oneOf('0', '1', '3')),
  fits('nameTypeIndicator2', NA['47S'], oneOf('0', '1', '3')),
  fits('nameTypeIndicator3', NA['48S'], oneOf('0', '1', '3')),
  fits('contactIndicator', NA['49S'], digits(2)),
  fits('genderCode', NA['57S'], oneOf('0', '1', '2')),
  fits('faxPhoneFlag', NA['58S'], oneOf('0', '1', '2')),
  fits('homePhoneFlag', NA['59S'], oneOf('0', '1', '2')),
  fits('mobilePhoneFlag', NA['60S'], oneOf('0', '1', '2')),
  fits('emailFlag', NA['61S'], oneOf('0', '1', '2')),
  fits('smsFlag', NA['62S'], oneOf('0', '1')),
]

/** What also needs the organization's settings. */
export const OWNER_SETTING_EDITS: Edit<OwnerInput, Organization>[] = [
  edit(NA['33S'], ({ countryCode }, organization) =>
    isWrong(countryCode, (code) => isKnownCountry(organization, textOf(code))),
  ),
]
