import { demand } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findAccount, findCard } from '../../domain/navigation.ts'
import type { Account } from '../../records/accounts.ts'
import type { Card } from '../../records/cards.ts'
import type { Organization } from '../../records/organizations.ts'
import { EA } from './card-problems.ts'

/** A card, and the account that it posts to. */
export type Issued = { card: Card; account: Account }

/** Finds the card behind a number or token, and its account, as an organization knows them. */
export function findIssued(workspace: Workspace, organization: Organization, panToken: string): Issued {
  const found = findCard(workspace, organization, panToken)
  const card = demand(workspace, found?.purged ? undefined : found, EA['01S'])
  const account = demand(
    workspace,
    findAccount(workspace, organization.organizationNumber, card.accountNumber),
    EA['06S'],
  )
  return { card, account }
}
