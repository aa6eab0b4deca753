import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findCustomer, relationshipsOf } from '../../domain/navigation.ts'
import type { Place } from '../../domain/place.ts'
import { type Account, accounts } from '../../records/accounts.ts'
import type { Organization } from '../../records/organizations.ts'
import type { Relationship } from '../../records/relationships.ts'
import { RC, RC_UNKNOWN } from './problems.ts'

export type RelatedAccounts = {
  organization: Organization
  customerNumber: string
  relationships: Relationship[]
  /** In the organization's own currency, and in its partner's. */
  local: Account[]
  foreign: Account[]
}

/** The relationships of a customer in an organization, and the accounts under them on both sides (contract 5.1). */
export function inquireRelatedAccounts(workspace: Workspace, place: Place, customerNumber: string): RelatedAccounts {
  const { organization } = place
  const holder = demand(workspace, place.holder, RC['13S'])
  // A relationship's twin may be here for a customer who is on file with the partner only.
  refuseIf(workspace, !findCustomer(workspace, holder, customerNumber), RC_UNKNOWN['07E'])
  const own = relationshipsOf(workspace, organization, customerNumber)
  refuseIf(workspace, !own.length, RC_UNKNOWN['07E'])
  const under = own.flatMap(({ relationshipNumber }) => accounts(workspace).by('relationship', relationshipNumber))
  const of = (side: number) => under.filter((account) => account.organizationNumber === side)
  return {
    organization,
    customerNumber,
    relationships: own,
    local: of(organization.organizationNumber),
    foreign: of(organization.dualCurrencyOrganizationNumber),
  }
}
