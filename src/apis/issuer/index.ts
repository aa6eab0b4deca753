import type { Slice } from '../../kernel/scenario/slice.ts'
import { addressRecords } from './addresses/records.ts'
import { contactRecords } from './contacts/records.ts'
import { customerRecords } from './customers/records.ts'
import { issuerRecords } from './issuers/records.ts'
import { ISSUER_LIMITS } from './limit-profiles.ts'
import { IssuerRecipe, populate } from './population.ts'
import { contractRecords } from './subscriptions/records/contract.ts'
import { subscriptionRecords } from './subscriptions/records/subscription.ts'
import { clientRecords } from './tokens/records.ts'

export { addressTimelines } from './addresses/timelines.ts'

/** What scenarios may hold of the issuer: its records, and how people become its customers. */
export const issuerSlice: Slice = {
  name: 'issuer',
  recordTypes: [
    ...issuerRecords,
    ...customerRecords,
    ...contactRecords,
    ...addressRecords,
    ...contractRecords,
    ...subscriptionRecords,
    ...clientRecords,
  ],
  limits: ISSUER_LIMITS,
  population: { recipe: IssuerRecipe, populate },
}
