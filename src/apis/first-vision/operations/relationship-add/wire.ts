import * as z from 'zod'
import { group, keeper, schemasOf } from '../../host/members.ts'
import { integer, list, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { NO_NUMBER, nameOf } from '../../host/scalar.ts'
import type { Relationship } from '../../records/relationships.ts'
import type { Billing } from './billing.ts'
import type { RelationshipAddition } from './domain.ts'
import { RELATIONSHIP_MEMBERS, RELATIONSHIP_USER_MEMBERS, type RelationshipInput } from './members.ts'

export const RelationshipAdd = z.object({
  ...schemasOf(RELATIONSHIP_MEMBERS),
  userData: group(schemasOf(RELATIONSHIP_USER_MEMBERS)),
})
export type RelationshipAdd = z.infer<typeof RelationshipAdd>

/** Only organization and customer are sent: the reference documents this path as an inquiry (decision Relationship inquiry). */
export const isInquiry = (body: RelationshipAdd): boolean =>
  Object.keys(body).every((member) => member === 'organizationNumber' || member === 'customerNumber')

/** The request with its nesting undone, and the day on which it is judged. */
export type RelationshipRequest = RelationshipInput & { today: string }

export const readRelationshipAdd = ({ userData, ...members }: RelationshipAdd, today: string): RelationshipRequest => ({
  ...members,
  ...userData,
  today,
})

const keepRelationship = keeper(RELATIONSHIP_MEMBERS)
const keepUserData = keeper(RELATIONSHIP_USER_MEMBERS)

/** What is to be added, of a request that the edits let pass. Zeros name nothing, and are kept as nothing. */
export function relationshipOf(request: RelationshipInput, { level, modify }: Billing): RelationshipAddition {
  const { organizationNumber: _, relationshipNumber, customerNumber, ...rest } = keepRelationship(request)
  const corporateCustomer = nameOf(rest.corporationCustomerOrAddressNumber)
  return {
    customerNumber: String(customerNumber),
    relationshipNumber: nameOf(relationshipNumber),
    corporateCustomer,
    terms: {
      ...rest,
      relationshipBillingLevel: Number(level),
      modificationAccountLevelFlag: Number(modify),
      corporationCustomerOrAddressNumber: corporateCustomer ?? '',
    },
    userData: keepUserData(request),
  }
}

const ANSWER = {
  organization: integer(3, 'organizationNumber'),
  relationshipNumber: text(19),
  foreignOrganization: integer(3),
} satisfies Shape

const LISTING = {
  ...ANSWER,
  relationships: list({
    organization: integer(3, 'organizationNumber'),
    relationshipNumber: text(19),
    relationshipName: text(26),
  }),
} satisfies Shape

export const RelationshipAdded = schemaOf(ANSWER)
export const RelationshipsOfCustomer = schemaOf(LISTING)

export const relationshipAdded = (relationship: Relationship) => render(ANSWER, relationship)

/**
 * The documented members for the first relationship, then all of them; nineteen zeros where there are none (decision Relationship inquiry).
 */
export const relationshipsOfCustomer = (organizationNumber: number, relationships: Relationship[]) =>
  render(LISTING, { organizationNumber, relationshipNumber: NO_NUMBER, ...relationships[0], relationships })
