import { type Problem, refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { isNew } from '../../domain/account-status.ts'
import { cardsBehind, findAccount } from '../../domain/navigation.ts'
import { NO_NUMBER } from '../../host/scalar.ts'
import { type Account, accounts } from '../../records/accounts.ts'
import { type Card, cards } from '../../records/cards.ts'
import type { Organization } from '../../records/organizations.ts'
import { EA } from './card-problems.ts'

/** A card, and the account that it posts to. */
export type Issued = { card: Card; account: Account }

/** Finds the card behind a token, and its account; refuses with `misfit` where the two are not what is expected. */
export function findIssued(
  workspace: Workspace,
  { organizationNumber }: Organization,
  panToken: string,
  fits: (issued: Issued) => boolean,
  misfit: Problem,
): Issued {
  const isHere = (card: Card) => card.organizationNumber === organizationNumber && !card.purged
  const card = cardsBehind(workspace, panToken).find(isHere) ?? refuse(EA['01S'])
  const account = findAccount(workspace, organizationNumber, card.accountNumber) ?? refuse(EA['06S'])
  return fits({ card, account }) ? { card, account } : refuse(misfit)
}

/** Makes card and account a customer's own; the card is in use from then on, or waits for its activation. */
export function handOver(
  workspace: Workspace,
  { card, account }: Issued,
  customerNumber: string,
  active: boolean,
): void {
  accounts(workspace).patch(account, { customerNumber })
  cards(workspace).patch(card, { customerNumber, embosserCurrentFirstUsage: active ? '0' : '1' })
}

/**
 * Whether somebody uses the card already: it does not wait for its activation, and it has a customer of its own or its
 * account is no longer new. A card made for stock without the need of an activation is in nobody's use.
 */
export const isInUse = ({ card, account }: Issued): boolean =>
  card.embosserCurrentFirstUsage === '0' && (card.customerNumber !== NO_NUMBER || !isNew(account))
