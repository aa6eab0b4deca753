import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { findCustomer } from '../../domain/navigation.ts'
import type { Place } from '../../domain/place.ts'
import type { Card } from '../../records/cards.ts'
import { EA } from '../customer-activation/card-problems.ts'
import { findIssued, handOver } from '../customer-activation/pre-issued-cards.ts'
import { type CustomerUpdate, changeCustomer, findTarget, type Target } from '../customer-update/domain.ts'
import { GC } from '../customer-update/problems.ts'

export type CustomerReversal = {
  update: CustomerUpdate
  /** The generic customer that takes account and card back. */
  dummyCustomerNumber: string
  panToken: string
}

/**
 * Takes an activation back: account and card are the generic customer's again, and the card waits for its activation.
 * The customer stays on file, updated with what the request says of it (contract 5.3).
 */
export function reverseActivation(
  workspace: Workspace,
  place: Place,
  { update, dummyCustomerNumber, panToken }: CustomerReversal,
): Target & { returned: Card } {
  const target = findTarget(workspace, place, update)
  const { organization, customer, holder } = target
  const dummy = findCustomer(workspace, holder, dummyCustomerNumber) ?? refuse(GC['04S'])
  const isTheirs = ({ account }: { account: { customerNumber: string } }) =>
    account.customerNumber === customer.customerNumber
  const issued = findIssued(workspace, organization, panToken, isTheirs, EA['01S'])
  handOver(workspace, issued, dummy.customerNumber, false)
  const changed = changeCustomer(workspace, target, update)
  return { ...target, customer: changed, account: issued.account, returned: issued.card }
}
