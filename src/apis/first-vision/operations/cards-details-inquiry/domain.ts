import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { primaryAccounts } from '../../domain/customer-accounts.ts'
import { cardsOn } from '../../domain/customer-cards.ts'
import { findCustomer } from '../../domain/navigation.ts'
import { findOrganization } from '../../domain/organizations.ts'
import type { Place } from '../../domain/place.ts'
import type { Scroll } from '../../domain/scroll.ts'
import type { Account } from '../../records/accounts.ts'
import type { Card } from '../../records/cards.ts'
import type { Organization } from '../../records/organizations.ts'
import { recordId } from '../../records/record-fields.ts'
import { CE } from './problems.ts'

/** A page takes so many cards and then finishes the account it is in, so that scrolling by account loses none. */
const CARDS = 5

export type CardsDetailsInquiry = { customerNumber: string } & (
  | { scroll: ''; start: undefined }
  | { scroll: Exclude<Scroll, ''>; start: AccountKey }
)

type AccountKey = { organizationNumber: number; accountNumber: string }

/** The cards of one account; its organization says how their numbers are shown. */
type CardsOfAccount = { account: Account; organization: Organization | undefined; cards: Card[] }

export type CardsPage = { customerNumber: string; accounts: CardsOfAccount[]; more: boolean }

/** Lists the cards that post to a customer's accounts (contract 4.2). */
export function listCardsDetails(
  workspace: Workspace,
  place: Place,
  { customerNumber, scroll, start }: CardsDetailsInquiry,
): CardsPage {
  const holder = demand(workspace, place.holder, CE['06S'])
  const customer = demand(workspace, findCustomer(workspace, holder, customerNumber), CE['07E'])
  const accounts = primaryAccounts(workspace, customer)
  const startId = start && recordId(start.organizationNumber, start.accountNumber)
  refuseIf(workspace, startId && !accounts.some(({ id }) => id === startId), CE['15S'])
  const listable = accounts
    .map((account) => ({
      account,
      organization: findOrganization(workspace, account.organizationNumber),
      cards: cardsOn(workspace, account),
    }))
    .filter(({ cards }) => cards.length)
  refuseIf(workspace, !listable.length, CE['07E'])
  return { customerNumber, ...pageOf(listable, scroll, startId ?? '') }
}

/** Accounts come in the order of their ids, which is that of organization and number. */
function pageOf(all: CardsOfAccount[], scroll: Scroll, start: string): Pick<CardsPage, 'accounts' | 'more'> {
  const accounts =
    scroll === 'P'
      ? filled(all.filter(({ account }) => account.id < start).reverse()).reverse()
      : filled(all.filter(({ account }) => account.id > start))
  const last = accounts.at(-1)?.account.id ?? (scroll === 'P' ? '' : start)
  return { accounts, more: all.some(({ account }) => account.id > last) }
}

/** Accounts from the front of the list, until their cards fill a page. */
function filled(all: CardsOfAccount[]): CardsOfAccount[] {
  let taken = 0
  return all.filter(({ cards }) => {
    const isOpen = taken < CARDS
    taken += cards.length
    return isOpen
  })
}
