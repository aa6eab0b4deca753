import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import type { Account } from '../records/accounts.ts'
import { findAccount } from './navigation.ts'
import { findOrganization } from './organizations.ts'

/**
 * The records of an account: itself, and where it is dual the one that the partner has under the same number (contract
 * 2.4). Whatever acts on both sides asks here which they are.
 */
export function sidesOf(workspace: Workspace, account: Account): Account[] {
  const { dualCurrencyOrganizationNumber: partner = 0 } = findOrganization(workspace, account.organizationNumber) ?? {}
  const twin = findAccount(workspace, partner, account.accountNumber)
  return twin ? [account, twin] : [account]
}
