import { passesLuhn } from '../../../../kernel/luhn.ts'
import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import {
  digits,
  type Fits,
  isFullNumber,
  isGiven,
  isNumeric,
  isOneOf,
  isOrganizationOrLogo,
  isWrong,
  isWrongName,
  NUMBER_LENGTH,
  nameOf,
  oneOf,
  textOf,
} from '../../host/scalar.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import type { Organization } from '../../records/organizations.ts'
import type { Billing } from './billing.ts'
import { BILLING_EDITS, BILLING_SETTING_EDITS } from './billing-edits.ts'
import { AR_BILLING } from './billing-problems.ts'
import { COMMERCIAL_DATED_EDITS, COMMERCIAL_EDITS, COMMERCIAL_SETTING_EDITS } from './commercial-edits.ts'
import { AR_CYCLES } from './cycle-problems.ts'
import { AR_KEYS } from './key-problems.ts'
import type { RelationshipMember, RelationshipInput as Request } from './members.ts'
import { AR_TERMS as AR } from './term-problems.ts'

type Problem = Edit<Request>['problem']

const fits = (problem: Problem, member: RelationshipMember, test: Fits) =>
  edit<Request>(problem, (request) => isWrong(request[member], test))

/** What names something; zeros name nothing. */
const names = (problem: Problem, member: RelationshipMember, test: Fits) =>
  edit<Request>(problem, (request) => isWrongName(request[member], test))

const required = (problem: Problem, member: RelationshipMember) =>
  edit<Request>(problem, (request) => nameOf(request[member]) === undefined)

/** Whose relationships they are: what the inquiry form has, too. */
const KEY_EDITS: Edit<Request>[] = [
  names(AR_KEYS['01E'], 'organizationNumber', isOrganizationOrLogo),
  names(AR_KEYS['03E'], 'customerNumber', digits(NUMBER_LENGTH)),
  names(AR_KEYS['03S'], 'customerNumber', isFullNumber),
  required(AR_KEYS['06S'], 'organizationNumber'),
  required(AR_KEYS['11S'], 'customerNumber'),
]

const KEY_SETTING_EDITS: Edit<Request, Organization>[] = [
  edit(
    AR_KEYS['03S'],
    ({ customerNumber }, { customerNumberModCheck }) =>
      customerNumberModCheck === 'Y' && isFullNumber(customerNumber) && !passesLuhn(textOf(customerNumber)),
  ),
  edit(AR_KEYS['10S'], (_request, { cardHolderRelationshipManagementIndicator: level }) => level === 0),
]

const EDITS: Edit<Request>[] = [
  names(AR_KEYS['02E'], 'relationshipNumber', isFullNumber),
  fits(AR['04E'], 'creditLimit', (value) => isNumeric(value, 17) && nameOf(value) !== undefined),
  fits(AR['05E'], 'blockCode', (value) => /^[A-Z]$/i.test(textOf(value))),
  fits(AR['06E'], 'mailCode', oneOf('0', '1')),
  fits(AR['07E'], 'amountOrAPercentageFlag', oneOf('0', '1')),
  edit(AR['08E'], ({ amountOrAPercentageFlag, reserveAmountOrPercentage: reserve }) => {
    return isOneOf(amountOrAPercentageFlag, '1') && isNumeric(reserve, 17) && Number(textOf(reserve)) > 100
  }),
  fits(AR['09E'], 'reserveAmountOrPercentage', digits(17)),
  fits(AR['10E'], 'detailLevelStatements', oneOf('0', '1')),
  edit(AR['12S'], ({ creditLimit }) => !isGiven(creditLimit)),
  names(AR_BILLING['12E'], 'accountControlTableIdentification', digits(3)),
  names(AR_BILLING['13E'], 'billingCurrency', digits(3)),
  names(AR_BILLING['15E'], 'creditTransaction', digits(4)),
  names(AR_BILLING['17E'], 'debitTransactionIdentification', digits(4)),
  fits(AR['18E'], 'relationshipUpdatedFlag', oneOf('0', '1')),
  names(AR_CYCLES['19E'], 'billingCycle', (value) => isNumeric(value, 2) && Number(textOf(value)) <= 31),
  required(AR_CYCLES['20E'], 'billingCycle'),
  fits(AR_BILLING['22E'], 'relationshipBillingLevel', oneOf('0', '1', '2')),
  fits(AR_BILLING['24E'], 'modificationAccountLevelFlag', oneOf('0', '1')),
  fits(AR['25E'], 'annualFeeFlag', oneOf('0', '1', '2')),
  fits(AR['26E'], 'waiveAnnualFeeFlag', oneOf('0', '1')),
  fits(AR['27E'], 'lateFeesCode', oneOf('0', '1', '2')),
  fits(AR['28E'], 'waiveLateChargesFlag', oneOf('0', '1')),
  fits(AR['29E'], 'levelToChargeNonSufficientFundsFeesFlag', oneOf('0', '1', '2')),
  edit(AR['29S'], (request) => amount(request.creditLimitInMonetaryUnits) > amount(request.creditLimit)),
  fits(AR['30E'], 'waiveNonSufficientFundsFeeFlag', oneOf('0', '1')),
  fits(AR['31E'], 'creditLimitInMonetaryUnits', digits(17)),
  fits(AR['32E'], 'modifyCreditLimitFlag', oneOf('0', '1')),
  fits(AR_CYCLES['67E'], 'billingCycleMode', oneOf('0', '1')),
]

const amount = (value: Request[RelationshipMember]): number => Number(textOf(value))

/** What may not be sent where billing is not consolidated (contract 8 #44); level 1 under flag 1 may (9 #44). */
const closed = (problem: Problem, isSent: (request: Request) => boolean) =>
  edit<Request, Organization>(problem, (request, organization) => {
    return organization.consolidatedBillingIndicator === 'N' && isSent(request)
  })

const SETTING_EDITS: Edit<Request, Organization>[] = [
  closed(AR_BILLING['11E'], (request) => nameOf(request.accountControlTableIdentification) !== undefined),
  closed(AR_BILLING['14E'], (request) => nameOf(request.creditTransaction) !== undefined),
  closed(AR_BILLING['16E'], (request) => nameOf(request.debitTransactionIdentification) !== undefined),
  closed(AR_BILLING['21E'], (request) => isWrong(request.relationshipBillingLevel, oneOf('1'))),
  closed(AR_BILLING['23E'], (request) => isWrong(request.modificationAccountLevelFlag, oneOf('1'))),
  edit(AR_KEYS['34S'], ({ relationshipNumber }, organization) => {
    const { automaticNumberGenerationIndicator: automatic, relationshipNumberRange: range } = organization
    return nameOf(relationshipNumber) === undefined && (automatic === '' || !isRangeNumeric(range))
  }),
]

const keyProblems = (request: Request, organization: Organization | undefined) => [
  ...failing(KEY_EDITS, request, undefined),
  ...(organization ? failing(KEY_SETTING_EDITS, request, organization) : []),
]

/** The first stage for the inquiry form. */
export const judgeRelationshipInquiry = (request: Request, organization: Organization | undefined): void =>
  judge(keyProblems(request, organization))

/** The first stage for the relationship add; without settings, as far as the request alone goes. */
export const judgeRelationshipAdd = (
  request: Request,
  billing: Billing,
  organization: Organization | undefined,
  today: string,
): void =>
  judge([
    ...keyProblems(request, organization),
    ...failing([...EDITS, ...COMMERCIAL_EDITS], request, undefined),
    ...failing(COMMERCIAL_DATED_EDITS, { request, today }, undefined),
    ...failing(BILLING_EDITS, billing, undefined),
    ...(organization ? failing([...SETTING_EDITS, ...COMMERCIAL_SETTING_EDITS], request, organization) : []),
    ...(organization ? failing(BILLING_SETTING_EDITS, billing, organization) : []),
  ])
