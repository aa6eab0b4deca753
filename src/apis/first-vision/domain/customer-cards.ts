import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { NO_NUMBER } from '../host/scalar.ts'
import type { Account } from '../records/accounts.ts'
import { type Card, cards } from '../records/cards.ts'

/** The cards that post to an account, purged ones too. */
export const everyCardOn = (workspace: Workspace, { organizationNumber, accountNumber }: Account): Card[] =>
  cards(workspace)
    .by('account', accountNumber)
    .filter((card) => card.organizationNumber === organizationNumber)

/** The cards that post to an account, by number; blocked and expired ones too, purged ones not (contract 9 #26). */
export const cardsOn = (workspace: Workspace, account: Account): Card[] =>
  everyCardOn(workspace, account)
    .filter(({ purged }) => !purged)
    .sort((a, b) => (a.cardNumber < b.cardNumber ? -1 : 1))

/** Whose card it is: its own customer's where it has one, else that of the account. */
export const cardCustomerNumber = (card: Card, account: Account): string =>
  card.customerNumber === NO_NUMBER ? account.customerNumber : card.customerNumber
