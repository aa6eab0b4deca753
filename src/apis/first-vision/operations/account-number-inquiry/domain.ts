import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { type HeldAccount, heldAccounts } from '../../domain/customer-accounts.ts'
import { findCustomer } from '../../domain/navigation.ts'
import { findLogo, findOrganization } from '../../domain/organizations.ts'
import { type Place, type SoughtPlace, seekPlace } from '../../domain/place.ts'
import type { Scroll } from '../../domain/scroll.ts'
import { customers } from '../../records/customers.ts'
import type { Logo } from '../../records/logos.ts'
import type { Organization } from '../../records/organizations.ts'
import { CA } from './problems.ts'

const ROWS = 20

/** What identifies a row; the three parts of a token. */
export type RowKey = { organizationNumber: number; accountNumber: string; associationType: number }

export type AccountNumberInquiry = { customerNumber: string } & (
  | { scroll: ''; start: undefined }
  | { scroll: Exclude<Scroll, ''>; start: RowKey }
)

export type AccountRow = HeldAccount & { organization: Organization; logo: Logo }

/** A page: `previous` is where going back from it starts, `next` where going on does (contract 4.1). */
export type AccountPage = { rows: AccountRow[]; previous: RowKey | undefined; next: RowKey | undefined }

/** The organization given, or the one that the customer number leads to. */
export function seekInquiryPlace(
  workspace: Workspace,
  given: { organizationNumber: number | undefined; customerNumber: string },
): SoughtPlace {
  const derived = () => customers(workspace).one('number', given.customerNumber)?.organizationNumber
  const organizationNumber = given.organizationNumber ?? derived()
  return seekPlace(workspace, { organizationNumber }, { undetermined: CA['10S'], organization: CA['11S'] })
}

/** Lists the accounts that hang on a customer, twenty at a time (contract 4.1). */
export function listAccounts(
  workspace: Workspace,
  place: Place,
  { customerNumber, scroll, start }: AccountNumberInquiry,
): AccountPage {
  const holder = demand(workspace, place.holder, CA['11S'])
  const customer = demand(workspace, findCustomer(workspace, holder, customerNumber), CA['07E'])
  const held = heldAccounts(workspace, customer)
  refuseIf(workspace, !held.length, CA['15S'])
  const at = start ? held.findIndex((row) => isRow(row, start)) : 0
  refuseIf(workspace, at < 0, CA['08E'])
  const [from, to] = scroll === 'P' ? [Math.max(0, at - ROWS), at] : [at, at + ROWS]
  return {
    rows: complete(workspace, held.slice(from, to)),
    previous: to > from ? keyOf(held[from]) : undefined,
    next: keyOf(held[to]),
  }
}

function keyOf(row: HeldAccount | undefined): RowKey | undefined {
  if (!row) return undefined
  const { organizationNumber, accountNumber } = row.account
  return { organizationNumber, accountNumber, associationType: row.associationType }
}

const isRow = ({ account, associationType }: HeldAccount, key: RowKey): boolean =>
  account.organizationNumber === key.organizationNumber &&
  account.accountNumber === key.accountNumber &&
  associationType === key.associationType

/** The organizations of all rows are looked up before their logos (decision Two stages). */
function complete(workspace: Workspace, rows: HeldAccount[]): AccountRow[] {
  const placed = rows.map((row) => {
    const organization = demand(workspace, findOrganization(workspace, row.account.organizationNumber), CA['14S'])
    return { ...row, organization }
  })
  return placed.map((row) => {
    return { ...row, logo: demand(workspace, findLogo(row.organization, row.account.logo), CA['16S']) }
  })
}
