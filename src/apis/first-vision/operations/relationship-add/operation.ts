import * as z from 'zod'
import type { Exchange } from '../../../../http/exchange.ts'
import { operation } from '../../../../http/operation.ts'
import { placeNamed } from '../../domain/place.ts'
import { textOf } from '../../host/scalar.ts'
import { twoStages } from '../../host/two-stages.ts'
import { FIRST_VISION_LIMITS } from '../../limit-profiles.ts'
import { billingOf } from './billing.ts'
import { AR_BILLING } from './billing-problems.ts'
import { AR_COMMERCIAL } from './commercial-problems.ts'
import { AR_CYCLES } from './cycle-problems.ts'
import { addRelationship, inquireRelationships } from './domain.ts'
import { KEY_EDITS, RELATIONSHIP_EDITS } from './edits.ts'
import { AR_KEYS, AR_TAKEN } from './key-problems.ts'
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

/** What the inquiry form and the add have in common. */
const RELATIONSHIP = {
  read: ({ body }: { body: RelationshipAdd }, { workspace }: Exchange) =>
    readRelationshipAdd(body, workspace.clock.day()),
  place: placeNamed(AR_KEYS['09S']),
}

const inquire = twoStages({
  ...RELATIONSHIP,
  edits: KEY_EDITS,
  perform(workspace, request, place) {
    workspace.remark({
      kind: 'taken-as-inquiry',
      message:
        'with nothing but organization and customer this is taken as an inquiry; the host’s add would refuse it: send more members to add one',
    })
    const relationships = inquireRelationships(workspace, place, textOf(request.customerNumber))
    return relationshipsOfCustomer(place.organization.organizationNumber, relationships)
  },
})

const add = twoStages({
  ...RELATIONSHIP,
  edits: RELATIONSHIP_EDITS,
  perform(workspace, request, place) {
    const billing = billingOf(request, place.organization)
    return relationshipAdded(addRelationship(workspace, place, relationshipOf(request, billing)))
  },
})

export const relationshipAdd = operation({
  id: 'Relationship Number Add',
  method: 'post',
  path: '/customer/relationship',
  summary: 'Put a relationship on file, or list those of a customer',
  description:
    'A body of `organizationNumber` and `customerNumber` alone lists the customer’s relationships. Any further member adds one; in a dual organization its partner keeps it too.',
  tag: 'Relationships',
  source: 'contract 4.8; decision Relationship inquiry',
  limits: FIRST_VISION_LIMITS,
  body: RelationshipAdd,
  response: z.union([RelationshipAdded, RelationshipsOfCustomer]),
  problems: [AR_KEYS, AR_TAKEN, AR_TERMS, AR_BILLING, AR_CYCLES, AR_COMMERCIAL].flatMap((table) =>
    Object.values(table),
  ),
  example: {
    body: {
      organizationNumber: '998',
      customerNumber: '0009980011000000010',
      relationshipName: 'Quiroga',
      creditLimit: 50_000,
      billingCycle: 15,
      relationshipBillingLevel: 1,
      modificationAccountLevelFlag: 1,
    },
  },
}).handle((workspace, input, exchange) => (isInquiry(input.body) ? inquire : add)(workspace, input, exchange))
