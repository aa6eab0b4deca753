import { isDate, monthOf } from '../../host/calendar.ts'
import { type Edit, edit } from '../../host/edits.ts'
import {
  digits,
  isGiven,
  isNumeric,
  isOneOf,
  isWrong,
  isWrongName,
  nameOf,
  oneOf,
  type Scalar,
  textOf,
} from '../../host/scalar.ts'
import type { Organization } from '../../records/organizations.ts'
import { AR_COMMERCIAL as AR } from './commercial-problems.ts'
import type { RelationshipMember, RelationshipInput as Request } from './members.ts'

type Problem = Edit<Request>['problem']

/** A request, and the month in which it is judged. */
type Dated = { request: Request; today: string }

const isCommercial = ({ commercialCardFlag }: Request) => isOneOf(commercialCardFlag, '1', '2', '3')

/** Digits that are all zeros say nothing. */
const isNamed = (value: Scalar) => nameOf(value) !== undefined

/** Only a commercial relationship may have it. */
const closed = (problem: Problem, member: RelationshipMember, isSent: (value: Scalar) => boolean = isGiven) =>
  edit<Request>(problem, (request) => isOneOf(request.commercialCardFlag, '', '0') && isSent(request[member]))

/** A commercial relationship must have it. */
const compulsory = (problem: Problem, member: RelationshipMember, isSent: (value: Scalar) => boolean = isGiven) =>
  edit<Request>(problem, (request) => isCommercial(request) && !isSent(request[member]))

const fits = (problem: Problem, member: RelationshipMember, test: (value: Scalar) => boolean) =>
  edit<Request>(problem, (request) => isWrongName(request[member], test))

const isMonth = (value: Scalar) => isNumeric(value, 2) && Number(textOf(value)) <= 12
const isDateLike = (value: Scalar) => /^[\d-]+$/.test(textOf(value))

/** The month in which the contract expires, if what is sent is one. */
const expiry = ({ monthAndYearInWhichFiscalYearEnd: sent }: Request) =>
  isNumeric(sent, 6) ? monthOf(textOf(sent)) : undefined

/** What of a company's relationship the request alone breaks (contract 8 #41 and #43). */
export const COMMERCIAL_EDITS: Edit<Request>[] = [
  compulsory(AR['17S'], 'corporationCustomerOrAddressNumber', isNamed),
  compulsory(AR['18S'], 'identifyRelationshipsGroupFlag'),
  edit(AR['33E'], ({ commercialCardFlag }) => isWrong(commercialCardFlag, oneOf('0', '1', '2', '3'))),
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
  fits(AR['51E'], 'corporationCustomerOrAddressNumber', digits(19)),
  edit(AR['52E'], (request) =>
    isWrong(request.authorizationCriteriaTable, (value) => /^[A-Z0-9]{3}$/.test(textOf(value))),
  ),
  compulsory(AR['53E'], 'numberToAssociateCardholderToRelationship'),
  fits(AR['54E'], 'monthInWhichFiscalYearEnds', isMonth),
  compulsory(AR['55E'], 'monthInWhichFiscalYearEnds', isNamed),
  edit(AR['57E'], (request) => {
    const { monthAndYearInWhichFiscalYearEnd: sent } = request
    return isGiven(sent) && (!isNumeric(sent, 6) || (isCommercial(request) && !isNamed(sent)))
  }),
  fits(
    AR['58E'],
    'monthAndYearInWhichFiscalYearEnd',
    (sent) => !isNumeric(sent, 6) || monthOf(textOf(sent)) !== undefined,
  ),
  edit(AR['60E'], ({ corporateIdNumber }) => isWrong(corporateIdNumber, digits(10))),
  fits(AR['61E'], 'userDate1', isDateLike),
  fits(AR['62E'], 'userDate1', (value) => !isDateLike(value) || isDate(textOf(value))),
  fits(AR['63E'], 'userDate2', isDateLike),
  fits(AR['64E'], 'userDate2', (value) => !isDateLike(value) || isDate(textOf(value))),
  edit(AR['65E'], ({ userAmount1 }) => isWrong(userAmount1, digits(17))),
  edit(AR['66E'], ({ userAmount2 }) => isWrong(userAmount2, digits(17))),
]

/** What also needs the day. ISO months compare as texts. */
export const COMMERCIAL_DATED_EDITS: Edit<Dated>[] = [
  edit(AR['59E'], ({ request, today }) => {
    const month = expiry(request)
    return month !== undefined && month <= today.slice(0, month.length)
  }),
]

/** What also needs the organization's settings (contract 8 #42). */
export const COMMERCIAL_SETTING_EDITS: Edit<Request, Organization>[] = [
  edit(AR['14S'], (request, { commercialIndicator }) => isCommercial(request) && commercialIndicator === 'N'),
  edit(AR['15S'], ({ commercialCardFlag }, { hcsIndicator }) => {
    return hcsIndicator === 'Y' && isOneOf(commercialCardFlag, '1', '2')
  }),
  edit(
    AR['16S'],
    ({ commercialCardFlag }, { hcsIndicator }) => hcsIndicator === 'N' && isOneOf(commercialCardFlag, '3'),
  ),
  edit(AR['31S'], ({ authorizationCriteriaTable: table }, { authorizationCriteriaTables }) =>
    isWrong(table, (value) => authorizationCriteriaTables.includes(textOf(value))),
  ),
  edit(AR['56E'], ({ monthAndYearInWhichFiscalYearEnd: sent }, { commercialIndicator }) => {
    return commercialIndicator === 'N' && isNamed(sent)
  }),
]
