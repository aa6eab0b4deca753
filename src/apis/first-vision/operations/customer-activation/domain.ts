import { refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { handOver, isStock } from '../../domain/card-stock.ts'
import type { Place } from '../../domain/place.ts'
import type { Card } from '../../records/cards.ts'
import { type AddedCustomer, addCustomer, type CustomerAddition } from '../customer-add/domain.ts'
import { NA_KEYS as NA } from '../customer-add/key-problems.ts'
import { findIssued } from './issued-card.ts'

export type CustomerActivation = { addition: CustomerAddition; panToken: string }

export type ActivatedCustomer = AddedCustomer & { card: Card }

/**
 * Adds the customer who got a pre-issued card, and makes card and account their own, the card active (contract 5.4). Of
 * a dual account both sides become theirs where the customer is added on both.
 */
export function activateCustomer(
  workspace: Workspace,
  place: Place,
  { addition, panToken }: CustomerActivation,
): ActivatedCustomer {
  const added = addCustomer(workspace, place, addition, 'pre-issued')
  const { local, partner, customer } = added
  const { card, account } = findIssued(workspace, local, panToken)
  const isAnother = addition.accountNumber !== undefined && addition.accountNumber !== account.accountNumber
  refuseIf(workspace, isAnother || !isStock(workspace, account), NA['08S'])
  const moves = ({ organizationNumber }: { organizationNumber: number }) =>
    partner !== undefined || organizationNumber === local.organizationNumber
  handOver(workspace, account, card, { customerNumber: customer.customerNumber, active: true, moves })
  return { ...added, accountNumber: account.accountNumber, card }
}
