import { passesLuhn } from '../../../../kernel/masking/luhn.ts'
import type { Place } from '../../domain/place.ts'
import { isAbove } from '../../host/amount.ts'
import { type Edits, edit, fits, isRequired, mustName, names, ofEach, settingEdit } from '../../host/edits.ts'
import {
  digits,
  isFullNumber,
  isNumeric,
  isOneOf,
  isOrganizationOrLogo,
  NUMBER_LENGTH,
  nameOf,
  oneOf,
  textOf,
} from '../../host/scalar.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import { billingOf } from './billing.ts'
import { BILLING_EDITS, BILLING_MEMBER_EDITS } from './billing-edits.ts'
import { COMMERCIAL_EDITS } from './commercial-edits.ts'
import { AR_KEYS } from './key-problems.ts'
import { AR_TERMS as AR } from './term-problems.ts'
import type { RelationshipRequest as Request } from './wire.ts'

/** Organization and customer, which the inquiry form sends too. */
export const KEY_EDITS: Edits<Request, Place> = [
  names(AR_KEYS['01E'], 'organizationNumber', isOrganizationOrLogo),
  names(AR_KEYS['03E'], 'customerNumber', digits(NUMBER_LENGTH)),
  names(AR_KEYS['03S'], 'customerNumber', isFullNumber),
  settingEdit(AR_KEYS['03S'], ({ customerNumber: number }, { organization }) => {
    return organization.customerNumberModCheck === 'Y' && isFullNumber(number) && !passesLuhn(textOf(number))
  }),
  mustName(AR_KEYS['06S'], 'organizationNumber'),
  settingEdit(AR_KEYS['10S'], (_request, { organization: { cardHolderRelationshipManagementIndicator: level } }) => {
    return level === 0
  }),
  mustName(AR_KEYS['11S'], 'customerNumber'),
]

const TERM_EDITS: Edits<Request> = [
  fits(AR['04E'], 'creditLimit', (value) => isNumeric(value, 17) && nameOf(value) !== undefined),
  fits(AR['05E'], 'blockCode', (value) => /^[A-Z]$/i.test(textOf(value))),
  fits(AR['06E'], 'mailCode', oneOf('0', '1')),
  fits(AR['07E'], 'amountOrAPercentageFlag', oneOf('0', '1')),
  edit(AR['08E'], ({ amountOrAPercentageFlag, reserveAmountOrPercentage: reserve }) => {
    return isOneOf(amountOrAPercentageFlag, '1') && isNumeric(reserve, 17) && isAbove(textOf(reserve), 100)
  }),
  fits(AR['09E'], 'reserveAmountOrPercentage', digits(17)),
  fits(AR['10E'], 'detailLevelStatements', oneOf('0', '1')),
  isRequired(AR['12S'], 'creditLimit'),
  fits(AR['18E'], 'relationshipUpdatedFlag', oneOf('0', '1')),
  fits(AR['25E'], 'annualFeeFlag', oneOf('0', '1', '2')),
  fits(AR['26E'], 'waiveAnnualFeeFlag', oneOf('0', '1')),
  fits(AR['27E'], 'lateFeesCode', oneOf('0', '1', '2')),
  fits(AR['28E'], 'waiveLateChargesFlag', oneOf('0', '1')),
  fits(AR['29E'], 'levelToChargeNonSufficientFundsFeesFlag', oneOf('0', '1', '2')),
  edit(AR['29S'], ({ creditLimitInMonetaryUnits: part, creditLimit: whole }) => {
    return digits(17)(part) && digits(17)(whole) && isAbove(textOf(part), textOf(whole))
  }),
  fits(AR['30E'], 'waiveNonSufficientFundsFeeFlag', oneOf('0', '1')),
  fits(AR['31E'], 'creditLimitInMonetaryUnits', digits(17)),
  fits(AR['32E'], 'modifyCreditLimitFlag', oneOf('0', '1')),
]

/** What the add is judged by. */
export const RELATIONSHIP_EDITS: Edits<Request, Place> = [
  ...KEY_EDITS,
  names(AR_KEYS['02E'], 'relationshipNumber', isFullNumber),
  settingEdit(AR_KEYS['34S'], ({ relationshipNumber }, { organization }) => {
    const { automaticNumberGenerationIndicator: automatic, relationshipNumberRange: range } = organization
    return nameOf(relationshipNumber) === undefined && (automatic === '' || !isRangeNumeric(range))
  }),
  ...TERM_EDITS,
  ...BILLING_MEMBER_EDITS,
  ofEach((request, place) => [billingOf(request, place?.organization)], BILLING_EDITS),
  ...COMMERCIAL_EDITS,
]
