import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { findAccount, findCard } from '../../domain/navigation.ts'
import type { Account } from '../../records/accounts.ts'
import type { Card } from '../../records/cards.ts'
import type { Organization } from '../../records/organizations.ts'
import { EA } from './card-problems.ts'

/** A card, and the account that it posts to. */
export type Issued = { card: Card; account: Account }

/** Finds the card behind a number or token, and its account, as an organization knows them. */
export function findIssued(workspace: Workspace, organization: Organization, panToken: string): Issued {
  const card = findCard(workspace, organization, panToken)
  if (!card || card.purged) return refuse(EA['01S'])
  const account = findAccount(workspace, organization.organizationNumber, card.accountNumber) ?? refuse(EA['06S'])
  return { card, account }
}
