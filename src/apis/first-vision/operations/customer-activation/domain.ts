import type { Workspace } from '../../../../kernel/workspace.ts'
import { findAccount } from '../../domain/navigation.ts'
import type { Place } from '../../domain/place.ts'
import { accounts } from '../../records/accounts.ts'
import type { Card } from '../../records/cards.ts'
import { type AddedCustomer, addCustomer, type CustomerAddition } from '../customer-add/domain.ts'
import { NA_KEYS as NA } from '../customer-add/key-problems.ts'
import { findIssued, handOver, type Issued, isInUse } from './pre-issued-cards.ts'

export type CustomerActivation = { addition: CustomerAddition; panToken: string }

export type ActivatedCustomer = AddedCustomer & { card: Card }

/**
 * Adds the customer who got a pre-issued card, and makes card and account their own, the card active (contract 5.4).
 */
export function activateCustomer(
  workspace: Workspace,
  place: Place,
  { addition, panToken }: CustomerActivation,
): ActivatedCustomer {
  const added = addCustomer(workspace, place, addition, 'pre-issued')
  const { local, partner, customer } = added
  const { accountNumber } = addition
  // A card in use is somebody's already; so is its account.
  const fits = (issued: Issued) =>
    !isInUse(issued) && (accountNumber === undefined || accountNumber === issued.account.accountNumber)
  const issued = findIssued(workspace, local, panToken, fits, NA['08S'])
  const { customerNumber } = customer
  handOver(workspace, issued, customerNumber, true)
  const abroad = partner && findAccount(workspace, partner.organizationNumber, issued.account.accountNumber)
  if (abroad) accounts(workspace).patch(abroad, { customerNumber })
  return { ...added, accountNumber: issued.account.accountNumber, card: issued.card }
}
