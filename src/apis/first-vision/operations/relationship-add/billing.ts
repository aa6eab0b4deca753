import { isGiven, nameOf, textOf } from '../../host/scalar.ts'
import type { Organization } from '../../records/organizations.ts'
import type { RelationshipInput } from './members.ts'

/** How a relationship is to be billed, with what holds for members that are not given. */
export type Billing = ReturnType<typeof billingOf>

/**
 * The platform reads a level or flag that is not given as 0; where billing is not consolidated they may not be sent, and
 * subordinates are billed, unchangeably, by themselves (contract 9 #44). Cycles are those of the relationship (9 #45).
 */
export function billingOf(request: RelationshipInput, organization: Organization | undefined) {
  const unsaid = organization?.consolidatedBillingIndicator === 'N' ? '1' : '0'
  const { relationshipBillingLevel: level, modificationAccountLevelFlag: modify, billingCycleMode: mode } = request
  return {
    level: isGiven(level) ? textOf(level) : unsaid,
    modify: isGiven(modify) ? textOf(modify) : unsaid,
    mode: isGiven(mode) ? textOf(mode) : '1',
    day: nameOf(request.billingCycle),
    statements: nameOf(request.detailLevelStatements),
    controlTable: nameOf(request.accountControlTableIdentification),
    currency: nameOf(request.billingCurrency),
    payment: nameOf(request.creditTransaction),
    reversal: nameOf(request.debitTransactionIdentification),
  }
}
