import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { type Account, accounts } from '../records/accounts.ts'
import { isCardToken } from '../records/card-numbers.ts'
import { type Card, cards } from '../records/cards.ts'
import { type Customer, customers } from '../records/customers.ts'
import type { Organization } from '../records/organizations.ts'
import { recordId } from '../records/record-fields.ts'
import { type Relationship, relationships } from '../records/relationships.ts'

export const findAccount = (workspace: Workspace, organizationNumber: number, number: string): Account | undefined =>
  accounts(workspace).get(recordId(organizationNumber, number))

/** A customer, in the organization that keeps it. */
export const findCustomer = (workspace: Workspace, holder: Organization, number: string): Customer | undefined =>
  customers(workspace).get(recordId(holder.organizationNumber, number))

/** The relationships of a customer in an organization, in the order in which they were made. */
export const relationshipsOf = (
  workspace: Workspace,
  { organizationNumber }: Organization,
  customerNumber: string,
): Relationship[] =>
  relationships(workspace)
    .by('customer', customerNumber)
    .filter((relationship) => relationship.organizationNumber === organizationNumber)

/** Cards of every organization by number or token: inputs take either (decision Card numbers). */
export const cardsBehind = (workspace: Workspace, number: string): Card[] =>
  cards(workspace).by(isCardToken(number) ? 'token' : 'number', number)

/**
 * The card with a number or token as an organization knows it: its own, or its partner's where it posts to an account
 * that both have (decision Both sides).
 */
export function findCard(
  workspace: Workspace,
  { organizationNumber, dualCurrencyOrganizationNumber: partner }: Organization,
  number: string,
): Card | undefined {
  const all = cardsBehind(workspace, number)
  const isBoths = (card: Card) =>
    card.organizationNumber === partner && findAccount(workspace, organizationNumber, card.accountNumber) !== undefined
  return all.find((card) => card.organizationNumber === organizationNumber) ?? all.find(isBoths)
}

/**
 * What an account's or a card's number stands for: the account, if it is on file, and the card if it was a card's
 * number.
 */
export type Found = { organizationNumber: number; account: Account | undefined; card?: Card }

/** Finds the account with a number, or else the card: in the organization given, or in any (the first that has it). */
export function navigate(workspace: Workspace, number: string, organization?: Organization): Found | undefined {
  const isHere = (row: { organizationNumber: number }) =>
    !organization || row.organizationNumber === organization.organizationNumber
  const account = accounts(workspace).by('number', number).find(isHere)
  if (account) return { organizationNumber: account.organizationNumber, account }
  const card = organization ? findCard(workspace, organization, number) : cardsBehind(workspace, number)[0]
  if (!card) return undefined
  const { organizationNumber } = organization ?? card
  return { organizationNumber, account: findAccount(workspace, organizationNumber, card.accountNumber), card }
}
