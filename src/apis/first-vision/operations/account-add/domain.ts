import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findCustomer } from '../../domain/navigation.ts'
import { always, drawNumber } from '../../domain/numbering.ts'
import { type Place, placeOf } from '../../domain/place.ts'
import { takenBy } from '../../domain/taken-numbers.ts'
import type { Amount } from '../../host/amount.ts'
import { type Account, AccountRecord, accounts } from '../../records/accounts.ts'
import type { Logo } from '../../records/logos.ts'
import type { Organization } from '../../records/organizations.ts'
import { recordId } from '../../records/record-fields.ts'
import { type Relationship, relationships } from '../../records/relationships.ts'
import { AA, AA_TAKEN, RA } from './problems.ts'

export type AccountAddition = {
  organizationNumber: number | undefined
  logo: number | undefined
  accountNumber: string | undefined
  customerNumber: string
  alternateCustomerNumber: string | undefined
  relationshipNumber: string | undefined
  primaryAccount: 'P' | ''
  dual: boolean
  shortName: string | undefined
  creditLimit: Amount | undefined
  billingCycle: number | undefined
}

export type AddedAccount = { account: Account; partner: Organization | undefined }

/** Opens an account for a customer on file; two records under one number where it is dual (contract 2.4, 6). */
export function addAccount(workspace: Workspace, place: Place, addition: AccountAddition): AddedAccount {
  const { organization } = place
  const partner = addition.dual ? demand(workspace, place.partner, AA['11S']) : undefined
  const logo = demand(workspace, place.logo, AA['12S'])
  const sides = partner ? [place, placeOf(workspace, partner, logo.logo)] : [place]
  for (const side of sides) refuseIf(workspace, !side.logo, AA['12S'])
  for (const side of sides) checkCustomers(workspace, side, addition)
  if (addition.accountNumber !== undefined) checkNumber(workspace, addition.accountNumber, organization)
  const [relationship] = sides.map((side) => relationshipOf(workspace, side.organization, logo, addition))
  const accountNumber =
    addition.accountNumber ?? drawNumber(workspace, 'account', { organization, partner, logo }, always(AA['4VS']))
  const terms = termsOf(workspace, addition, relationship)
  const [account] = sides.map(({ organization: { organizationNumber } }) =>
    accounts(workspace).put(AccountRecord.parse({ ...terms, organizationNumber, accountNumber, logo: logo.logo })),
  ) as [Account]
  return { account, partner }
}

function checkCustomers(workspace: Workspace, place: Place, addition: AccountAddition): void {
  const { customerNumber, alternateCustomerNumber = customerNumber } = addition
  const holder = demand(workspace, place.holder, AA['5DE'])
  for (const number of [customerNumber, alternateCustomerNumber])
    refuseIf(workspace, !findCustomer(workspace, holder, number), AA['5DE'])
}

function checkNumber(workspace: Workspace, number: string, organization: Organization): void {
  const taken = takenBy(workspace, number, organization, 'account')
  refuseIf(workspace, taken?.by === 'account', AA['14S'])
  refuseIf(workspace, taken, AA_TAKEN['14S'])
}

/**
 * The relationship that the account is to be under, which takes accounts of its own kind only (contract 2.7, CS-COMM).
 */
function relationshipOf(
  workspace: Workspace,
  { organizationNumber }: Organization,
  { commercialCardFlag: kind }: Logo,
  { relationshipNumber: number }: AccountAddition,
): Relationship | undefined {
  if (number === undefined) return undefined
  const found = relationships(workspace).get(recordId(organizationNumber, number))
  const relationship = demand(workspace, found?.active ? found : undefined, RA['70S'])
  const { commercialCardFlag: wanted } = relationship
  refuseIf(workspace, wanted === 1 && kind === 2, AA['1KS'])
  refuseIf(workspace, wanted === 2 && kind === 1, AA['1LS'])
  refuseIf(workspace, wanted === 3 && kind !== 3, AA['1MS'])
  return relationship
}

/** The terms that the account starts with; some are those of its relationship (contract 4.8). */
function termsOf(workspace: Workspace, addition: AccountAddition, relationship: Relationship | undefined) {
  const { customerNumber, alternateCustomerNumber, relationshipNumber, primaryAccount, dual, shortName } = addition
  const ruled = relationship?.billingCycleMode === 1 ? relationship.billingCycle : undefined
  if (ruled !== undefined && addition.billingCycle !== undefined && addition.billingCycle !== ruled)
    workspace.remark({
      kind: 'ignored-member',
      message: `the accounts of the relationship all cycle on day ${ruled}, and so does this one: leave the cycle out, or send ${ruled}`,
      path: 'accountData.billingCycle',
    })
  return {
    ...{ customerNumber, alternateCustomerNumber, relationshipNumber, primaryAccount, shortName },
    dualBillingFlag: dual ? '1' : '0',
    accountInternalStatus: 'N',
    dateOpened: workspace.clock.day(),
    creditLimit: addition.creditLimit ?? relationship?.creditLimitInMonetaryUnits,
    billingCycle: ruled ?? addition.billingCycle ?? 0,
  }
}
