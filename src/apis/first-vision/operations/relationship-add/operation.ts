import * as z from 'zod'
import { operation } from '../../../../http/operation.ts'
import { findOrganization } from '../../domain/organizations.ts'
import { dateAt } from '../../host/calendar.ts'
import { textOf } from '../../host/scalar.ts'
import { billingOf } from './billing.ts'
import { AR_BILLING } from './billing-problems.ts'
import { AR_COMMERCIAL } from './commercial-problems.ts'
import { AR_CYCLES } from './cycle-problems.ts'
import { addRelationship, inquireRelationships } from './domain.ts'
import { judgeRelationshipAdd, judgeRelationshipInquiry } from './edits.ts'
import { AR_KEYS } from './key-problems.ts'
import { AR_TERMS } from './term-problems.ts'
import {
  isInquiry,
  RelationshipAdd,
  RelationshipAdded,
  RelationshipsOfCustomer,
  readRelationshipAdd,
  relationshipAdded,
  relationshipOf,
  relationshipsOfCustomer,
} from './wire.ts'

export const relationshipAdd = operation({
  id: 'Relationship Number Add',
  method: 'post',
  path: '/customer/relationship',
  summary: 'Put a relationship on file, or list those of a customer',
  description:
    'A body of `organizationNumber` and `customerNumber` alone lists the customer’s relationships. Any further member adds one; in a dual organization its partner keeps it too.',
  tag: 'Relationships',
  source: 'contract 4.8; decision Relationship inquiry',
  body: RelationshipAdd,
  response: z.union([RelationshipAdded, RelationshipsOfCustomer]),
  problems: [AR_KEYS, AR_TERMS, AR_BILLING, AR_CYCLES, AR_COMMERCIAL].flatMap((table) => Object.values(table)),
}).handle((workspace, { body }, exchange) => {
  const request = readRelationshipAdd(body)
  const organizationNumber = Number(textOf(request.organizationNumber))
  const organization = findOrganization(workspace, organizationNumber)
  if (isInquiry(body)) {
    judgeRelationshipInquiry(request, organization)
    workspace.remark({
      kind: 'taken-as-inquiry',
      message: 'with nothing but organization and customer this is taken as an inquiry; the host’s add would refuse it',
    })
    const relationships = inquireRelationships(workspace, organizationNumber, textOf(request.customerNumber))
    return relationshipsOfCustomer(organizationNumber, relationships)
  }
  const billing = billingOf(request, organization)
  judgeRelationshipAdd(request, billing, organization, dateAt(exchange.at))
  return relationshipAdded(addRelationship(workspace, relationshipOf(body, billing)))
})
