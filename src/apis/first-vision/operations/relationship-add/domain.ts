import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { findAccount, findCustomer, relationshipsOf } from '../../domain/navigation.ts'
import { drawNumber } from '../../domain/numbering.ts'
import { customerHolder, findOrganization, foreignPartner } from '../../domain/organizations.ts'
import type { Organization } from '../../records/organizations.ts'
import { recordId } from '../../records/record-fields.ts'
import { type Relationship, RelationshipRecord, relationships } from '../../records/relationships.ts'
import { AR_KEYS as AR } from './key-problems.ts'
import type { KeptRelationship, KeptUserData } from './members.ts'

export type RelationshipAddition = {
  organizationNumber: number
  customerNumber: string
  relationshipNumber: string | undefined
  corporateCustomer: string | undefined
  terms: Omit<KeptRelationship, 'organizationNumber' | 'customerNumber' | 'relationshipNumber'>
  userData: KeptUserData
}

/** Puts a relationship on file, and its twin with the partner of a dual organization (contract 4.8). */
export function addRelationship(workspace: Workspace, addition: RelationshipAddition): Relationship {
  const { organizationNumber, customerNumber, corporateCustomer, relationshipNumber: given } = addition
  const local = findOrganization(workspace, organizationNumber) ?? refuse(AR['09S'])
  const partner = local.currencyIndicator === 'D' ? (foreignPartner(workspace, local) ?? refuse(AR['39S'])) : undefined
  checkCustomer(workspace, local, customerNumber)
  if (corporateCustomer !== undefined && !isCustomer(workspace, local, corporateCustomer)) refuse(AR['30S'])
  if (given !== undefined) checkNumber(workspace, given, local, partner)
  const failed = AR['34S']
  const relationshipNumber =
    given ??
    drawNumber(
      workspace,
      'relationship',
      { organization: local, partner },
      { exhausted: failed, collisions: failed, foreignCheckDigit: failed },
    )
  if (partner) keep(workspace, partner, local, relationshipNumber, addition)
  return keep(workspace, local, partner, relationshipNumber, addition)
}

/** The relationships that a customer has in an organization, in the order in which they were made. */
export function inquireRelationships(
  workspace: Workspace,
  organizationNumber: number,
  customerNumber: string,
): Relationship[] {
  const organization = findOrganization(workspace, organizationNumber) ?? refuse(AR['09S'])
  checkCustomer(workspace, organization, customerNumber)
  return relationshipsOf(workspace, organization, customerNumber)
}

function isCustomer(workspace: Workspace, organization: Organization, number: string): boolean {
  const holder = customerHolder(workspace, organization)
  return holder !== undefined && findCustomer(workspace, holder, number) !== undefined
}

function checkCustomer(workspace: Workspace, organization: Organization, number: string): void {
  if (!isCustomer(workspace, organization, number)) refuse(AR['19S'])
}

/** No customer, account or relationship of either side may have the number (contract 8 #8). */
function checkNumber(
  workspace: Workspace,
  number: string,
  local: Organization,
  partner: Organization | undefined,
): void {
  const sides: [Organization, 'local' | 'abroad'][] = [[local, 'local']]
  if (partner) sides.push([partner, 'abroad'])
  const refuseWhere = (has: (side: Organization) => unknown, refusals: typeof TAKEN.customer) => {
    for (const [side, where] of sides) if (has(side)) refuse(refusals[where])
  }
  refuseWhere((side) => isCustomer(workspace, side, number), TAKEN.customer)
  refuseWhere((side) => findAccount(workspace, side.organizationNumber, number), TAKEN.account)
  refuseWhere((side) => relationships(workspace).get(recordId(side.organizationNumber, number)), TAKEN.relationship)
}

const TAKEN = {
  customer: { local: AR['37S'], abroad: AR['41S'] },
  account: { local: AR['38S'], abroad: AR['42S'] },
  relationship: { local: AR['36S'], abroad: AR['40S'] },
}

const keep = (
  workspace: Workspace,
  { organizationNumber }: Organization,
  other: Organization | undefined,
  relationshipNumber: string,
  { customerNumber, terms, userData }: RelationshipAddition,
): Relationship =>
  relationships(workspace).put(
    RelationshipRecord.parse({
      ...terms,
      organizationNumber,
      relationshipNumber,
      customerNumber,
      foreignOrganization: other?.organizationNumber,
      userData,
    }),
  )
