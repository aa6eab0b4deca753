import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { isClosed } from '../../domain/account-status.ts'
import { primaryAccounts } from '../../domain/customer-accounts.ts'
import { findCustomer } from '../../domain/navigation.ts'
import { type Place, type SoughtPlace, seekPlace } from '../../domain/place.ts'
import { NO_NUMBER } from '../../host/scalar.ts'
import { type Account, accounts } from '../../records/accounts.ts'
import type { Customer } from '../../records/customers.ts'
import type { Organization } from '../../records/organizations.ts'
import { type PriorAddress, priorAddresses } from '../../records/prior-addresses.ts'
import { recordId } from '../../records/record-fields.ts'
import { type Reached, reach } from './navigation.ts'
import { AD } from './problems.ts'

/** How many prior addresses an answer has room for (contract 4.3). */
const MOST_PRIOR = 10

export type AddressInquiry = {
  /** Not given: derived from the number. */
  organizationNumber: number | undefined
  number: string
  /** Both, current or prior. */
  period: 'B' | 'C' | 'P'
}

/** The records behind a number. A customer may have no account, an account no relationship. */
type Subject = { customer: Customer; account: Account | undefined; relationshipNumber: string }

export type InquiredAddress = Subject & {
  organization: Organization
  /** The owner's, newest first. */
  prior: PriorAddress[]
}

/** The organization given, or the one that the number leads to. */
export function seekInquiryPlace(workspace: Workspace, inquiry: AddressInquiry): SoughtPlace {
  const organizationNumber = inquiry.organizationNumber ?? reach(workspace, inquiry.number)?.organizationNumber
  return seekPlace(workspace, { organizationNumber }, { undetermined: AD['06E'], organization: AD['07S'] })
}

/** Finds the addresses of the customer behind a number (contract 4.3). */
export function inquireAddress(workspace: Workspace, place: Place, inquiry: AddressInquiry): InquiredAddress {
  const { organization } = place
  const holder = demand(workspace, place.holder, AD['07S'])
  const reached = demand(workspace, reach(workspace, inquiry.number, organization), AD['10S'])
  const subject = subjectOf(workspace, reached, organization, holder)
  const prior = inquiry.period === 'C' ? [] : priorOf(workspace, organization, subject.customer)
  refuseIf(workspace, inquiry.period === 'P' && !prior.length, AD['17E'])
  return { ...subject, organization, prior }
}

function subjectOf(workspace: Workspace, reached: Reached, organization: Organization, holder: Organization): Subject {
  switch (reached.kind) {
    case 'account': {
      const account = demand(workspace, reached.account, AD['12S'])
      const customer = demand(workspace, findCustomer(workspace, holder, account.customerNumber), AD['14S'])
      return { customer, account, relationshipNumber: account.relationshipNumber }
    }
    case 'relationship': {
      const { relationshipNumber, customerNumber } = demand(workspace, reached.relationship, AD['13S'])
      const customer = demand(workspace, findCustomer(workspace, holder, customerNumber), AD['14S'])
      const under = accounts(workspace).by('relationship', relationshipNumber).filter(isOf(organization))
      const account = under.find(({ primaryAccount }) => primaryAccount === 'P') ?? under[0]
      return { customer, account, relationshipNumber }
    }
    case 'customer': {
      const { customer } = reached
      const held = primaryAccounts(workspace, customer).filter(isOf(organization))
      const account = held.find((one) => !isClosed(one))
      refuseIf(workspace, held.length && !account, AD['18E'])
      return { customer, account, relationshipNumber: account?.relationshipNumber ?? NO_NUMBER }
    }
  }
}

const isOf =
  ({ organizationNumber }: Organization) =>
  (row: { organizationNumber: number }) =>
    row.organizationNumber === organizationNumber

/** None where the organization's switch is off, whatever is on file (contract 8 #33). */
function priorOf(workspace: Workspace, organization: Organization, customer: Customer): PriorAddress[] {
  if (organization.priorAddressIndicator === 'N') return []
  return priorAddresses(workspace)
    .by('customer', recordId(customer.organizationNumber, customer.customerNumber))
    .filter(({ coOwnerIndicator }) => coOwnerIndicator === 1)
    .sort((a, b) => (a.pmDate > b.pmDate ? -1 : 1))
    .slice(0, MOST_PRIOR)
}
