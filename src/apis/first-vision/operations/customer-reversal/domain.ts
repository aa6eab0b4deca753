import { demand, refuseIf } from '../../../../kernel/checks.ts'
import { sometimes } from '../../../../kernel/sometimes.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { handOver, isActivated } from '../../domain/card-stock.ts'
import { findCustomer } from '../../domain/navigation.ts'
import type { Place } from '../../domain/place.ts'
import type { Account } from '../../records/accounts.ts'
import type { Card } from '../../records/cards.ts'
import { EA } from '../customer-activation/card-problems.ts'
import { findIssued } from '../customer-activation/issued-card.ts'
import { type CustomerUpdate, changeCustomer, findTarget, type Target } from '../customer-update/domain.ts'
import { GC } from '../customer-update/problems.ts'

export type CustomerReversal = {
  update: CustomerUpdate
  /** The generic customer that takes account and card back. */
  dummyCustomerNumber: string
  panToken: string
}

/**
 * Takes an activation back: account and card are the generic customer's again, on both sides where both are the
 * customer's, and the card waits for its activation. The customer stays on file, updated with what the request says of
 * it (contract 5.3).
 */
export function reverseActivation(
  workspace: Workspace,
  place: Place,
  { update, dummyCustomerNumber, panToken }: CustomerReversal,
): Target & { returned: Card } {
  const { organization } = place
  const holder = demand(workspace, place.holder, GC['02S'])
  const { customerNumber } = demand(workspace, findCustomer(workspace, holder, dummyCustomerNumber), GC['04S'])
  const target = findTarget(workspace, place, update)
  const { customer } = target
  const { card, account } = findIssued(workspace, organization, panToken)
  const isTheirs = (side: Account) => side.customerNumber === customer.customerNumber
  refuseIf(workspace, !isTheirs(account) || !isActivated(workspace, card, account), EA['01S'])
  sometimes('activation taken back')
  handOver(workspace, account, card, { customerNumber, active: false, moves: isTheirs })
  const changed = changeCustomer(workspace, target, update)
  return { ...target, customer: changed, account, returned: card }
}
