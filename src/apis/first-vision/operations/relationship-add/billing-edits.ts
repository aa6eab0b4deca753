import type { Problem } from '../../../../kernel/problem.ts'
import type { Place } from '../../domain/place.ts'
import { type Edit, type Edits, edit, fits, mustName, names, settingEdit } from '../../host/edits.ts'
import { digits, isNumeric, isWrong, nameOf, oneOf, textOf } from '../../host/scalar.ts'
import type { Organization } from '../../records/organizations.ts'
import type { Billing } from './billing.ts'
import { AR_BILLING as AR } from './billing-problems.ts'
import { AR_CYCLES } from './cycle-problems.ts'
import type { RelationshipInput as Request } from './members.ts'

/** What may not be sent where billing is not consolidated (contract 8 #44); level 1 under flag 1 may (9 #44). */
const isClosed = (problem: Problem, isSent: (request: Request) => boolean) =>
  settingEdit<Request, Place>(problem, (request, { organization }) => {
    return organization.consolidatedBillingIndicator === 'N' && isSent(request)
  })

/** Members on billing, each by itself. */
export const BILLING_MEMBER_EDITS: Edits<Request, Place> = [
  isClosed(AR['11E'], (request) => nameOf(request.accountControlTableIdentification) !== undefined),
  names(AR['12E'], 'accountControlTableIdentification', digits(3)),
  names(AR['13E'], 'billingCurrency', digits(3)),
  isClosed(AR['14E'], (request) => nameOf(request.creditTransaction) !== undefined),
  names(AR['15E'], 'creditTransaction', digits(4)),
  isClosed(AR['16E'], (request) => nameOf(request.debitTransactionIdentification) !== undefined),
  names(AR['17E'], 'debitTransactionIdentification', digits(4)),
  names(AR_CYCLES['19E'], 'billingCycle', (value) => isNumeric(value, 2) && Number(textOf(value)) <= 31),
  mustName(AR_CYCLES['20E'], 'billingCycle'),
  isClosed(AR['21E'], (request) => isWrong(request.relationshipBillingLevel, oneOf('1'))),
  fits(AR['22E'], 'relationshipBillingLevel', oneOf('0', '1', '2')),
  isClosed(AR['23E'], (request) => isWrong(request.modificationAccountLevelFlag, oneOf('1'))),
  fits(AR['24E'], 'modificationAccountLevelFlag', oneOf('0', '1')),
  fits(AR_CYCLES['67E'], 'billingCycleMode', oneOf('0', '1')),
]

/** The logic module that posts memo items, which move no money (contract 4.8). */
const MEMO_MODULE = 99

const isMemo = ({ transactions }: Organization, code: string) =>
  transactions.some(
    ({ transactionCode, logicModule }) => transactionCode === Number(code) && logicModule === MEMO_MODULE,
  )

/** Billed as a whole or mixed, so not each subordinate by itself. */
const isWhole = ({ level }: Billing) => level !== '1'

const onOwnDays = ({ mode }: Billing) => mode === '0'

/**
 * What members on billing break together (contract 8 #37, #38 and #40). Invalid values are field edits, and so are
 * told instead of these.
 */
export const BILLING_EDITS: Edit<Billing, Place>[] = [
  edit(AR['13S'], ({ level, modify }) => level !== '2' && modify !== '1'),
  settingEdit(AR['20S'], ({ controlTable: table }, { organization }) => {
    return table !== undefined && !organization.accountControlTables.includes(Number(table))
  }),
  settingEdit(AR['21S'], ({ currency }, { organization }) => {
    return currency !== undefined && !organization.billingCurrencies.includes(Number(currency))
  }),
  settingEdit(AR['22S'], ({ payment }, { organization }) => payment !== undefined && !isMemo(organization, payment)),
  settingEdit(AR['23S'], ({ reversal }, { organization }) => reversal !== undefined && !isMemo(organization, reversal)),
  settingEdit(AR_CYCLES['24S'], ({ day }, { organization }) => !organization.activeBillingCycles.includes(Number(day))),
  edit(AR['25S'], (billing) => isWhole(billing) && !(billing.payment && billing.reversal)),
  edit(AR['26S'], ({ payment, reversal }) => payment !== undefined && Number(payment) === Number(reversal)),
  edit(AR['27S'], (billing) => isWhole(billing) && !billing.controlTable),
  edit(AR['28S'], (billing) => !isWhole(billing) && billing.controlTable !== undefined),
  settingEdit(AR_CYCLES['61S'], (billing, { organization }) => {
    return onOwnDays(billing) && organization.cardHolderRelationshipManagementIndicator !== 3
  }),
  edit(AR_CYCLES['62S'], (billing) => onOwnDays(billing) && isWhole(billing)),
  edit(AR_CYCLES['63S'], (billing) => onOwnDays(billing) && billing.statements !== undefined),
  edit(AR_CYCLES['65S'], (billing) => onOwnDays(billing) && billing.currency !== undefined),
  edit(AR_CYCLES['66S'], (billing) => onOwnDays(billing) && billing.payment !== undefined),
  edit(AR_CYCLES['67S'], (billing) => onOwnDays(billing) && billing.reversal !== undefined),
]
