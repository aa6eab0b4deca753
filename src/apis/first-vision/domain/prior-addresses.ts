import { sometimes } from '../../../kernel/sometimes.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import type { Owner, OwnerMember } from '../person/members.ts'
import type { Customer } from '../records/customers.ts'
import type { Organization } from '../records/organizations.ts'
import { PRIOR_MEMBERS, priorAddresses, priorAddressId } from '../records/prior-addresses.ts'

/** The two members of a customer record that hold a person. */
export type Block = 'ownerData' | 'coOwnerData'

/** A change of one of these members counts as a change of address. */
const ADDRESS: OwnerMember[] = [
  'houseNumber',
  'houseName',
  'houseAddress1',
  'houseAddress2',
  'houseAddress3',
  'houseAddress4',
  'city',
  'state',
  'postalCode',
]

export const isMoved = (before: Owner, after: Owner): boolean =>
  ADDRESS.some((member) => differs(before, after, member))

/** A code of 0 and no code are the same. */
const differs = (before: Owner, after: Owner, member: OwnerMember): boolean =>
  (before[member] || '') !== (after[member] || '')

/**
 * Keeps what a block looked like before an update that changes something a prior record holds, where the organization
 * has prior addresses switched on: one record a day, from before the day's first change (contract 4.3).
 */
export function keepPriorAddress(
  workspace: Workspace,
  { priorAddressIndicator }: Organization,
  { organizationNumber, customerNumber, ...customer }: Customer,
  block: Block,
  after: Owner,
): void {
  const before = customer[block]
  if (!before || priorAddressIndicator === 'N') return
  if (!Object.values(PRIOR_MEMBERS).some((member) => differs(before, after, member))) return
  const key = {
    organizationNumber,
    customerNumber,
    coOwnerIndicator: block === 'ownerData' ? 1 : 2,
    pmDate: workspace.clock.day(),
  }
  const id = priorAddressId(key)
  if (priorAddresses(workspace).get(id)) {
    sometimes('moved twice in a day')
    return
  }
  const image = Object.entries(PRIOR_MEMBERS).map(([name, member]) => [name, String(before[member] ?? '')])
  priorAddresses(workspace).put({
    id,
    ...key,
    ...(Object.fromEntries(image) as Record<keyof typeof PRIOR_MEMBERS, string>),
  })
}
