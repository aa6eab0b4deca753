import { type Edit, edit } from '../../host/edits.ts'
import { digits, exactly, isGiven, isOneOf, oneOf, textOf } from '../../host/scalar.ts'
import { hasNineDigits, isCalendarDate, personEdits, personFits } from '../../person/edits.ts'
import type { OwnerInput, OwnerMember } from '../../person/members.ts'
import type { Organization } from '../../records/organizations.ts'
import { NA_FIELDS as NA } from './field-problems.ts'

/** A person's block, and the day on which it is judged. */
type JudgedOwner = { owner: OwnerInput; today: string }

type OwnerEdits = Edit<JudgedOwner, { organization: Organization }>[]

const isRequired = (problem: Edit<JudgedOwner>['problem'], member: OwnerMember) =>
  edit<JudgedOwner>(problem, ({ owner }) => !isGiven(owner[member]))

/** A date of the calendar that lies after today; ISO dates compare as texts. */
const isNotLater = (problem: Edit<JudgedOwner>['problem'], member: OwnerMember) =>
  edit<JudgedOwner>(problem, ({ owner, today }) => isCalendarDate(owner[member]) && textOf(owner[member]) > today)

/** What Customer Add alone asks of an owner's and a co-owner's block (contract 4.4). */
export const ADDED_EDITS: OwnerEdits = [
  personFits(NA['01E'], 'userDate3', isCalendarDate),
  personFits(NA['02E'], 'income', digits(2)),
  isRequired(NA['03E'], 'income'),
  personFits(NA['04E'], 'cuit', exactly(11)),
  isRequired(NA['05E'], 'cuit'),
  personFits(NA['06E'], 'occupationCode', exactly(6)),
  isRequired(NA['07E'], 'occupationCode'),
  personFits(NA['08E'], 'ivaPosition', digits(1)),
  isRequired(NA['09E'], 'ivaPosition'),
  personFits(NA['24E'], 'statement2Indicator', oneOf('1', '2', '3')),
]

/** What every way to add a customer asks of a person. */
export const OWNER_EDITS: OwnerEdits = [
  ...personEdits({
    identificationNumberFlag: NA['30S'],
    employerPhoneFlag: NA['32S'],
    countryCode: NA['33S'],
    postalCode: NA['34S'],
    maritalStatus: NA['35S'],
    ownOrRentResidenceFlag: NA['36S'],
    carrierRoute3And4: NA['37S'],
    numberOfDependents: NA['42S'],
    statementMessageIndicator: NA['43S'],
    user10: NA['44S'],
    user11: NA['45S'],
    contactIndicator: NA['49S'],
    genderCode: NA['57S'],
    faxPhoneFlag: NA['58S'],
    homePhoneFlag: NA['59S'],
    mobilePhoneFlag: NA['60S'],
    emailFlag: NA['61S'],
    smsFlag: NA['62S'],
  }),
  edit(NA['31S'], ({ owner: { identificationNumberFlag: flag, identificationNumber: number } }) => {
    return isOneOf(flag, '0', '') && isGiven(number) && !hasNineDigits(number)
  }),
  isNotLater(NA['38S'], 'dateOfBirth'),
  personFits(NA['39S'], 'dateOfBirth', isCalendarDate),
  isNotLater(NA['40S'], 'dateOfFile'),
  personFits(NA['41S'], 'dateOfFile', isCalendarDate),
  personFits(NA['46S'], 'nameTypeIndicator1', oneOf('0', '1', '3')),
  personFits(NA['47S'], 'nameTypeIndicator2', oneOf('0', '1', '3')),
  personFits(NA['48S'], 'nameTypeIndicator3', oneOf('0', '1', '3')),
]
