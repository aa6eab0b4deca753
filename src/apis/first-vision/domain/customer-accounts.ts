import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { type Account, accounts } from '../records/accounts.ts'
import type { Customer } from '../records/customers.ts'
import { findOrganization } from './organizations.ts'

/** What an account is to a customer: 0 its primary customer, else the code of an associated party (contract 9 #23). */
export type HeldAccount = { account: Account; associationType: number }

const PARTIES = ['party1', 'party2', 'party3'] as const

/** The accounts that a customer is the primary customer of, by organization and number. */
export const primaryAccounts = (workspace: Workspace, customer: Customer): Account[] =>
  accounts(workspace)
    .by('customer', customer.customerNumber)
    .filter((account) => mayKnow(workspace, account.organizationNumber, customer))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/**
 * The accounts of which a customer is the primary customer or an associated party, by organization, number and
 * association.
 */
export function heldAccounts(workspace: Workspace, customer: Customer): HeldAccount[] {
  const { customerNumber } = customer
  const associated = PARTIES.flatMap((party, index) =>
    accounts(workspace)
      .by(party, customerNumber)
      .filter((account) => mayKnow(workspace, account.organizationNumber, customer))
      .map((account) => ({ account, associationType: account.associatedParties[index]?.associationType ?? 0 })),
  )
  const primary = primaryAccounts(workspace, customer).map((account) => ({ account, associationType: 0 }))
  return [...primary, ...associated].sort((a, b) => {
    if (a.account.id !== b.account.id) return a.account.id < b.account.id ? -1 : 1
    return a.associationType - b.associationType
  })
}

/**
 * Whether a customer number in an organization's records means this customer: it does where the organization keeps its
 * customers in the organization of this one. For an organization that is not configured the number alone decides.
 */
export function mayKnow(workspace: Workspace, organizationNumber: number, customer: Customer): boolean {
  const organization = findOrganization(workspace, organizationNumber)
  return !organization || organization.customerOrganizationNumber === customer.organizationNumber
}
