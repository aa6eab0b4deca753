import { type Edit, edit } from '../../host/edits.ts'
import type { Organization } from '../../records/organizations.ts'
import type { Billing } from './billing.ts'
import { AR_BILLING as AR } from './billing-problems.ts'
import { AR_CYCLES } from './cycle-problems.ts'

/** Posts memo items, which move no money (contract 4.8). */
const MEMO_MODULE = 99

/** Billed as a whole or mixed: not each subordinate by itself. */
const isWhole = ({ level }: Billing) => level !== '1'

const onOwnDays = ({ mode }: Billing) => mode === '0'

/** What members on billing break together (contract 8 #37, #38 and #40). Wrong values are told before any of it. */
export const BILLING_EDITS: Edit<Billing>[] = [
  edit(AR['13S'], ({ level, modify }) => level !== '2' && modify !== '1'),
  edit(AR['25S'], (billing) => isWhole(billing) && !(billing.payment && billing.reversal)),
  edit(AR['26S'], ({ payment, reversal }) => payment !== undefined && Number(payment) === Number(reversal)),
  edit(AR['27S'], (billing) => isWhole(billing) && !billing.controlTable),
  edit(AR['28S'], (billing) => !isWhole(billing) && billing.controlTable !== undefined),
  edit(AR_CYCLES['62S'], (billing) => onOwnDays(billing) && isWhole(billing)),
  edit(AR_CYCLES['63S'], (billing) => onOwnDays(billing) && billing.statements !== undefined),
  edit(AR_CYCLES['65S'], (billing) => onOwnDays(billing) && billing.currency !== undefined),
  edit(AR_CYCLES['66S'], (billing) => onOwnDays(billing) && billing.payment !== undefined),
  edit(AR_CYCLES['67S'], (billing) => onOwnDays(billing) && billing.reversal !== undefined),
]

const isMemo = ({ transactions }: Organization, code: string) =>
  transactions.some(
    ({ transactionCode, logicModule }) => transactionCode === Number(code) && logicModule === MEMO_MODULE,
  )

/** What of billing the organization has to know, or to allow. */
export const BILLING_SETTING_EDITS: Edit<Billing, Organization>[] = [
  edit(
    AR['20S'],
    ({ controlTable }, { accountControlTables }) =>
      controlTable !== undefined && !accountControlTables.includes(Number(controlTable)),
  ),
  edit(
    AR['21S'],
    ({ currency }, { billingCurrencies }) => currency !== undefined && !billingCurrencies.includes(Number(currency)),
  ),
  edit(AR['22S'], ({ payment }, organization) => payment !== undefined && !isMemo(organization, payment)),
  edit(AR['23S'], ({ reversal }, organization) => reversal !== undefined && !isMemo(organization, reversal)),
  edit(AR_CYCLES['24S'], ({ day }, { activeBillingCycles }) => !activeBillingCycles.includes(Number(day))),
  edit(
    AR_CYCLES['61S'],
    (billing, { cardHolderRelationshipManagementIndicator: management }) => onOwnDays(billing) && management !== 3,
  ),
]
