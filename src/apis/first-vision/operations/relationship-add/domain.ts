import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findCustomer, relationshipsOf } from '../../domain/navigation.ts'
import { always, drawNumber } from '../../domain/numbering.ts'
import type { Place } from '../../domain/place.ts'
import { refuseTaken, takenBy } from '../../domain/taken-numbers.ts'
import type { Organization } from '../../records/organizations.ts'
import { type Relationship, RelationshipRecord, relationships } from '../../records/relationships.ts'
import { AR_KEYS as AR, AR_TAKEN } from './key-problems.ts'
import type { KeptRelationship, KeptUserData } from './members.ts'

export type RelationshipAddition = {
  customerNumber: string
  relationshipNumber: string | undefined
  corporateCustomer: string | undefined
  terms: Omit<KeptRelationship, 'organizationNumber' | 'customerNumber' | 'relationshipNumber'>
  userData: KeptUserData
}

/** Puts a relationship on file, and its twin with the partner of a dual organization (contract 4.8). */
export function addRelationship(workspace: Workspace, place: Place, addition: RelationshipAddition): Relationship {
  const { customerNumber, corporateCustomer, relationshipNumber: given } = addition
  const { organization: local } = place
  const partner = local.currencyIndicator === 'D' ? demand(workspace, place.partner, AR['39S']) : undefined
  checkCustomer(workspace, place, customerNumber)
  refuseIf(workspace, corporateCustomer !== undefined && !isCustomer(workspace, place, corporateCustomer), AR['30S'])
  if (given !== undefined) checkNumber(workspace, given, local)
  const relationshipNumber =
    given ?? drawNumber(workspace, 'relationship', { organization: local, partner }, always(AR['34S']))
  // Its twin comes after it: where only the number is given, the record that was asked for is found first.
  const kept = keep(workspace, local, partner, relationshipNumber, addition)
  if (partner) keep(workspace, partner, local, relationshipNumber, addition)
  return kept
}

/** The relationships that a customer has in an organization, in the order in which they were made. */
export function inquireRelationships(workspace: Workspace, place: Place, customerNumber: string): Relationship[] {
  checkCustomer(workspace, place, customerNumber)
  return relationshipsOf(workspace, place.organization, customerNumber)
}

const isCustomer = (workspace: Workspace, { holder }: Place, number: string): boolean =>
  holder !== undefined && findCustomer(workspace, holder, number) !== undefined

function checkCustomer(workspace: Workspace, place: Place, number: string): void {
  refuseIf(workspace, !isCustomer(workspace, place, number), AR['19S'])
}

function checkNumber(workspace: Workspace, number: string, local: Organization): void {
  const taken = takenBy(workspace, number, local, 'relationship')
  refuseTaken(workspace, taken, TAKEN)
}

const TAKEN = {
  customer: { local: AR['37S'], abroad: AR['41S'] },
  account: { local: AR['38S'], abroad: AR['42S'] },
  relationship: { local: AR['36S'], abroad: AR['40S'] },
  card: { local: AR_TAKEN['38S'], abroad: AR_TAKEN['42S'] },
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
