import { sometimes } from '../../../kernel/sometimes.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { NO_NUMBER } from '../host/scalar.ts'
import { type Account, accounts } from '../records/accounts.ts'
import { type Card, cards } from '../records/cards.ts'
import { sidesOf } from './account-sides.ts'
import { isNew } from './account-status.ts'
import { everyCardOn } from './customer-cards.ts'
import { findCustomer } from './navigation.ts'
import { customerHolder, findOrganization } from './organizations.ts'

/**
 * Whether an account is pre-issued stock, which alone changes hands (decision Card stock): none of its cards, on either
 * side, is or was in use. With `but` that card does not count: the account is stock again once it is given back.
 */
export const isStock = (workspace: Workspace, account: Account, but?: Card): boolean =>
  sidesOf(workspace, account).every((side) =>
    everyCardOn(workspace, side).every(
      (card) => card.cardNumber === but?.cardNumber || isUnused(workspace, card, side),
    ),
  )

/** Whether a card is in use by the customer of its account, and the only one there that is or was. */
export const isActivated = (workspace: Workspace, card: Card, account: Account): boolean =>
  !isAnothers(card, account) && !isUnused(workspace, card, account) && isStock(workspace, account, card)

const isAnothers = ({ customerNumber }: Card, account: Account): boolean =>
  customerNumber !== NO_NUMBER && customerNumber !== account.customerNumber

/**
 * A card waits for its first use, or was made without the need of an activation, for nobody, on the new account of a
 * generic customer.
 */
function isUnused(workspace: Workspace, card: Card, account: Account): boolean {
  if (isAnothers(card, account)) return false
  if (card.embosserCurrentFirstUsage === '1') return true
  return card.customerNumber === NO_NUMBER && isNew(account) && isGenericCustomers(workspace, account)
}

/** The name type of a generic customer (contract 2.7, CS-NAME). */
const GENERIC = 3

function isGenericCustomers(workspace: Workspace, { organizationNumber, customerNumber }: Account): boolean {
  const organization = findOrganization(workspace, organizationNumber)
  const holder = organization && customerHolder(workspace, organization)
  return (holder && findCustomer(workspace, holder, customerNumber))?.ownerData.nameTypeIndicator1 === GENERIC
}

/** Who gets a card and its account, on which sides of it, and whether the card is in use from then on or waits. */
type Handover = { customerNumber: string; active: boolean; moves(side: Account): boolean }

/** Makes an account a customer's own, with the card and whatever else was its former customer's. */
export function handOver(
  workspace: Workspace,
  account: Account,
  { cardNumber }: Card,
  { customerNumber, active, moves }: Handover,
): void {
  const sides = sidesOf(workspace, account)
  if (sides.length > 1) sometimes('both sides of a dual account handed over')
  for (const side of sides) {
    const theirs = moves(side) && { customerNumber }
    const isFormers = (card: Card) => card.customerNumber !== NO_NUMBER && card.customerNumber === side.customerNumber
    for (const card of everyCardOn(workspace, side))
      if (card.cardNumber === cardNumber)
        cards(workspace).patch(card, { ...theirs, embosserCurrentFirstUsage: active ? '0' : '1' })
      else if (theirs && isFormers(card)) cards(workspace).patch(card, theirs)
    if (theirs) accounts(workspace).patch(side, theirs)
  }
}
