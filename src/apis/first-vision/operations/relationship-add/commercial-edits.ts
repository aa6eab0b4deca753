import type { Problem } from '../../../../kernel/problem.ts'
import type { Place } from '../../domain/place.ts'
import { isDate, monthOf } from '../../host/calendar.ts'
import { type Edits, edit, fits, names, settingEdit } from '../../host/edits.ts'
import { digits, isGiven, isNumeric, isOneOf, nameOf, oneOf, type Scalar, textOf } from '../../host/scalar.ts'
import { AR_COMMERCIAL as AR } from './commercial-problems.ts'
import type { RelationshipMember } from './members.ts'
import type { RelationshipRequest as Request } from './wire.ts'

const isCommercial = ({ commercialCardFlag }: Request) => isOneOf(commercialCardFlag, '1', '2', '3')

/** Zeros alone count as not given. */
const isNamed = (value: Scalar) => nameOf(value) !== undefined

/** Only a commercial relationship may have it. */
const closed = (problem: Problem, member: RelationshipMember, isSent: (value: Scalar) => boolean = isGiven) =>
  edit<Request>(problem, (request) => isOneOf(request.commercialCardFlag, '', '0') && isSent(request[member]))

/** A commercial relationship must have it. */
const compulsory = (problem: Problem, member: RelationshipMember, isSent: (value: Scalar) => boolean = isGiven) =>
  edit<Request>(problem, (request) => isCommercial(request) && !isSent(request[member]))

const isMonth = (value: Scalar) => isNumeric(value, 2) && Number(textOf(value)) <= 12
const isDateLike = (value: Scalar) => /^[\d-]+$/.test(textOf(value))

/** Fails for what looks like a date and is none; what does not even look like one fails another edit. */
const isDateIfDateLike = (value: Scalar) => !isDateLike(value) || isDate(textOf(value))

/** The month in which the contract expires, if what is sent is one. */
const expiry = ({ monthAndYearInWhichFiscalYearEnd: sent }: Request) =>
  isNumeric(sent, 6) ? monthOf(textOf(sent)) : undefined

/** What goes with a company's relationship, and with no other (contract 8 #41 to #43). */
export const COMMERCIAL_EDITS: Edits<Request, Place> = [
  settingEdit(AR['14S'], (request, { organization }) => {
    return isCommercial(request) && organization.commercialIndicator === 'N'
  }),
  settingEdit(AR['15S'], ({ commercialCardFlag }, { organization }) => {
    return organization.hcsIndicator === 'Y' && isOneOf(commercialCardFlag, '1', '2')
  }),
  settingEdit(AR['16S'], ({ commercialCardFlag }, { organization }) => {
    return organization.hcsIndicator === 'N' && isOneOf(commercialCardFlag, '3')
  }),
  compulsory(AR['17S'], 'corporationCustomerOrAddressNumber', isNamed),
  compulsory(AR['18S'], 'identifyRelationshipsGroupFlag'),
  settingEdit(AR['31S'], ({ authorizationCriteriaTable: table }, { organization }) => {
    return isGiven(table) && !organization.authorizationCriteriaTables.includes(textOf(table))
  }),
  fits(AR['33E'], 'commercialCardFlag', oneOf('0', '1', '2', '3')),
  closed(AR['34E'], 'corporationCustomerOrAddressNumber', isNamed),
  closed(AR['35E'], 'identifyRelationshipsGroupFlag'),
  closed(AR['36E'], 'authorizationCriteriaTable'),
  closed(AR['37E'], 'numberToAssociateCardholderToRelationship'),
  closed(AR['38E'], 'monthInWhichFiscalYearEnds', isNamed),
  closed(AR['39E'], 'monthAndYearInWhichFiscalYearEnd', isNamed),
  closed(AR['40E'], 'corporateIdNumber', isNamed),
  closed(AR['41E'], 'sourceCode'),
  closed(AR['42E'], 'contactName'),
  closed(AR['43E'], 'contactPhone'),
  closed(AR['44E'], 'officerName'),
  closed(AR['45E'], 'userDate1', isNamed),
  closed(AR['46E'], 'userDate2', isNamed),
  closed(AR['47E'], 'userAmount1', isNamed),
  closed(AR['48E'], 'userAmount2', isNamed),
  closed(AR['49E'], 'userField5'),
  closed(AR['50E'], 'userField6'),
  names(AR['51E'], 'corporationCustomerOrAddressNumber', digits(19)),
  fits(AR['52E'], 'authorizationCriteriaTable', (value) => /^[A-Z0-9]{3}$/.test(textOf(value))),
  compulsory(AR['53E'], 'numberToAssociateCardholderToRelationship'),
  names(AR['54E'], 'monthInWhichFiscalYearEnds', isMonth),
  compulsory(AR['55E'], 'monthInWhichFiscalYearEnds', isNamed),
  settingEdit(AR['56E'], ({ monthAndYearInWhichFiscalYearEnd: sent }, { organization }) => {
    return organization.commercialIndicator === 'N' && isNamed(sent)
  }),
  edit(AR['57E'], (request) => {
    const { monthAndYearInWhichFiscalYearEnd: sent } = request
    return isGiven(sent) && (!isNumeric(sent, 6) || (isCommercial(request) && !isNamed(sent)))
  }),
  names(AR['58E'], 'monthAndYearInWhichFiscalYearEnd', (sent) => {
    return !isNumeric(sent, 6) || monthOf(textOf(sent)) !== undefined
  }),
  edit(AR['59E'], (request) => {
    const month = expiry(request)
    // ISO months compare as texts.
    return month !== undefined && month <= request.today.slice(0, month.length)
  }),
  fits(AR['60E'], 'corporateIdNumber', digits(10)),
  names(AR['61E'], 'userDate1', isDateLike),
  names(AR['62E'], 'userDate1', isDateIfDateLike),
  names(AR['63E'], 'userDate2', isDateLike),
  names(AR['64E'], 'userDate2', isDateIfDateLike),
  fits(AR['65E'], 'userAmount1', digits(17)),
  fits(AR['66E'], 'userAmount2', digits(17)),
]
