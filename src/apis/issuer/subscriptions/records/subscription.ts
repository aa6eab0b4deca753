import * as z from 'zod'
import { table } from '../../../../kernel/tables/table.ts'
import { recordType, WrittenInstant } from '../../platform/record-type.ts'

const Parameter = z.strictObject({
  reference: z.string(),
  value: z.string(),
  type: z.string().optional(),
  optional: z.boolean().default(false),
})

/** In force from `subscriptionDate` on, until `endDate` where there is one. */
const SubscriptionRecord = z.strictObject({
  subscriptionReference: z.string(),
  contractReference: z.string(),
  addonReference: z.string(),
  serviceTypeReference: z.string(),
  /** The entity: an account or a card contract of the contract (contract 4.41). */
  accountReference: z.string().optional(),
  cardContractReference: z.string().optional(),
  parameters: z.array(Parameter).default([]),
  subscriptionDate: WrittenInstant,
  endDate: WrittenInstant.optional(),
  /** The end that it had before another came to replace it, and has again when that one is called off. */
  ownEndDate: WrittenInstant.optional(),
  /** The subscription that ended, or will end, as this one starts. */
  replacedSubscriptionReference: z.string().optional(),
})

const WrittenSubscription = SubscriptionRecord.refine(
  ({ accountReference, cardContractReference }) =>
    (accountReference === undefined) !== (cardContractReference === undefined),
  'a subscription is for an account or for a card contract',
)

export type Parameter = z.output<typeof Parameter>
export type Subscription = z.output<typeof SubscriptionRecord> & { id: string }

export const subscriptions = table<Subscription>()({
  name: 'issuer.subscriptions',
  indexes: { contract: (row) => row.contractReference },
})

export const subscriptionRecords = [recordType(subscriptions, WrittenSubscription, (row) => row.subscriptionReference)]
