import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findCustomer, navigate } from '../../domain/navigation.ts'
import { customerHolder } from '../../domain/organizations.ts'
import { type Account, accounts } from '../../records/accounts.ts'
import { type Customer, customers } from '../../records/customers.ts'
import type { Organization } from '../../records/organizations.ts'
import { type Relationship, relationships } from '../../records/relationships.ts'

/** The record that a number belongs to; `account` or `relationship` is undefined if it is named but not on file. */
export type Reached = { organizationNumber: number } & (
  | { kind: 'account'; account: Account | undefined }
  | { kind: 'relationship'; relationship: Relationship | undefined }
  | { kind: 'customer'; customer: Customer }
)

/** Tries a number as an account's, a card's, a relationship's and a customer's, in the organization given or in any. */
export function reach(workspace: Workspace, number: string, organization?: Organization): Reached | undefined {
  const found = navigate(workspace, number, organization)
  if (found) return { kind: 'account', organizationNumber: found.organizationNumber, account: found.account }
  const isHere = (row: { organizationNumber: number }) =>
    !organization || row.organizationNumber === organization.organizationNumber
  const relationship = relationships(workspace).by('number', number).find(isHere)
  const related = relationship ?? accounts(workspace).by('relationship', number).find(isHere)
  if (related) return { kind: 'relationship', organizationNumber: related.organizationNumber, relationship }
  const customer = organization
    ? customerOf(workspace, number, organization)
    : customers(workspace).one('number', number)
  return customer && { kind: 'customer', organizationNumber: customer.organizationNumber, customer }
}

function customerOf(workspace: Workspace, number: string, organization: Organization): Customer | undefined {
  const holder = customerHolder(workspace, organization)
  return holder && findCustomer(workspace, holder, number)
}
