import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { openToBuy } from '../../domain/amounts.ts'
import { mayKnow, primaryAccounts } from '../../domain/customer-accounts.ts'
import { cardCustomerNumber, cardsOn } from '../../domain/customer-cards.ts'
import { findAccount, findCustomer } from '../../domain/navigation.ts'
import { findLogo, findOrganization } from '../../domain/organizations.ts'
import type { Place } from '../../domain/place.ts'
import { type Amount, sum } from '../../host/amount.ts'
import type { Account } from '../../records/accounts.ts'
import { type Card, cards } from '../../records/cards.ts'
import type { Customer } from '../../records/customers.ts'
import type { Organization } from '../../records/organizations.ts'
import { BQ } from './problems.ts'

const CARDS = 5

export type CardsInquiry = {
  customerNumber: string
  /** Whether cards of others on the customer's accounts are listed too. */
  hasOtherCardHolder: boolean
  /** From 1. */
  page: number
}

type AccountCard = { account: Account; card: Card }

export type ListedCard = AccountCard & { organization: Organization }

export type PageOfCards = {
  page: number
  pages: number
  total: number
  /** What is left to spend on the accounts of all cards, each account once. */
  totalAvailable: Amount
  cards: ListedCard[]
}

/** Lists a customer's cards by page (contract 5.2). */
export function listCards(
  workspace: Workspace,
  place: Place,
  { customerNumber, hasOtherCardHolder, page }: CardsInquiry,
): PageOfCards {
  const holder = demand(workspace, place.holder, BQ['07S'])
  const customer = demand(workspace, findCustomer(workspace, holder, customerNumber), BQ['24S'])
  const all = cardsOf(workspace, customer, hasOtherCardHolder)
  const listed = all.map((one) => {
    const organization = demand(workspace, findOrganization(workspace, one.account.organizationNumber), BQ['10S'])
    return { ...one, organization }
  })
  refuseIf(workspace, !listed.every(({ account, organization }) => findLogo(organization, account.logo)), BQ['26S'])
  refuseIf(workspace, !listed.length, BQ['28E'])
  const pages = Math.ceil(listed.length / CARDS)
  refuseIf(workspace, page > pages, BQ['25E'])
  const accounts = [...new Set(listed.map(({ account }) => account))]
  return {
    page,
    pages,
    total: listed.length,
    totalAvailable: sum(accounts.map(openToBuy)),
    cards: listed.slice((page - 1) * CARDS, page * CARDS),
  }
}

/**
 * By organization, account and card: those on the customer's accounts, and the customer's own on accounts of others.
 */
function cardsOf(workspace: Workspace, customer: Customer, withOthers: boolean): AccountCard[] {
  const { customerNumber } = customer
  const accounts = primaryAccounts(workspace, customer)
  const onAccounts = accounts
    .flatMap((account) => cardsOn(workspace, account).map((card) => ({ account, card })))
    .filter(({ account, card }) => withOthers || cardCustomerNumber(card, account) === customerNumber)
  const elsewhere = cards(workspace)
    .by('customer', customerNumber)
    .filter(({ purged, organizationNumber }) => !purged && mayKnow(workspace, organizationNumber, customer))
    .flatMap((card) => {
      const account = findAccount(workspace, card.organizationNumber, card.accountNumber)
      return account && !accounts.includes(account) ? [{ account, card }] : []
    })
  const key = ({ account, card }: AccountCard) => `${account.id} ${card.cardNumber}`
  return [...onAccounts, ...elsewhere].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
