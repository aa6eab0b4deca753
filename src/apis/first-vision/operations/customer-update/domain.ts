import { demand } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findCustomer, navigate } from '../../domain/navigation.ts'
import type { Place, SoughtPlace } from '../../domain/place.ts'
import { type Block, isMoved, keepPriorAddress } from '../../domain/prior-addresses.ts'
import { type NumberedSide, seekSide } from '../../domain/side.ts'
import { mergeOwner, type OwnerInput } from '../../person/members.ts'
import type { Account } from '../../records/accounts.ts'
import type { Card } from '../../records/cards.ts'
import { type Customer, customers } from '../../records/customers.ts'
import type { Organization } from '../../records/organizations.ts'
import { checkChannels, checkPurge } from './customer-state.ts'
import { GC } from './problems.ts'

export type CustomerUpdate = NumberedSide & {
  block: Block
  /** The members of the person that the indicators select. */
  sent: OwnerInput
  /** The indicators whose members were sent without being selected. */
  ignored: string[]
  /** These belong to the customer, not to a person; undefined leaves them as they are. */
  status: number | undefined
  vipStatus: number | undefined
  sicCode: number | undefined
}

/** The customer that the number in a request stands for; account and card where the number was one of theirs. */
export type Target = {
  organization: Organization
  holder: Organization
  customer: Customer
  account: Account | undefined
  card: Card | undefined
}

export type UpdatedCustomer = Target

/** Changes a customer: the one of a customer number, or the primary one of an account (contract 4.6). */
export function updateCustomer(workspace: Workspace, place: Place, update: CustomerUpdate): UpdatedCustomer {
  const target = findTarget(workspace, place, update)
  return { ...target, customer: changeCustomer(workspace, target, update) }
}

export const seekUpdatePlace = (workspace: Workspace, numbered: NumberedSide): SoughtPlace =>
  seekSide(workspace, numbered, { undetermined: GC['01S'], organization: GC['02S'], partner: GC.Z8S })

/** Finds whom an update is for. */
export function findTarget(workspace: Workspace, { organization, ...place }: Place, numbered: NumberedSide): Target {
  const holder = demand(workspace, place.holder, GC['02S'])
  if (numbered.isCustomerNumber) {
    const customer = demand(workspace, findCustomer(workspace, holder, numbered.number), GC['04S'])
    return { organization, holder, customer, account: undefined, card: undefined }
  }
  const { account: found, card } = demand(workspace, navigate(workspace, numbered.number, organization), GC['01S'])
  const account = demand(workspace, found, GC['03S'])
  const customer = demand(workspace, findCustomer(workspace, holder, account.customerNumber), GC['04S'])
  return { organization, holder, customer, account, card }
}

export function changeCustomer(workspace: Workspace, target: Target, update: CustomerUpdate): Customer {
  const { organization, customer } = target
  const { block, status = customer.status, vipStatus = customer.vipStatus, sicCode = customer.sicCode } = update
  for (const indicator of update.ignored) {
    const message = `what '${indicator}' stands for is sent and not kept: send 1 to keep it for the owner, 2 for the co-owner`
    workspace.remark({ kind: 'ignored-member', message, path: indicator })
  }
  if (update.status === PURGE) checkPurge(workspace, customer)
  const sent = maintainable(organization, update.sent)
  const before = customer[block]
  const after = mergeOwner(before ?? {}, sent)
  checkChannels(workspace, sent, after)
  keepPriorAddress(workspace, organization, customer, block, after)
  const today = workspace.clock.day()
  return customers(workspace).patch(customer, {
    status,
    vipStatus,
    sicCode,
    dateLastMaintenance: today,
    ...(before && isMoved(before, after) && { dateLastAddressChange: today }),
    // An update of a co-owner that is not there brings one in (contract 9 #18); one that is there stays, even emptied.
    ...((before || Object.keys(after).length) && { [block]: after }),
  })
}

const PURGE = 2

/** Under the extended name format name line 1 stays as it is; an update that sends one has been refused by an edit. */
const maintainable = ({ extendedNameFormat }: Organization, { nameLine1, ...others }: OwnerInput): OwnerInput =>
  extendedNameFormat === 'Y' || nameLine1 === undefined ? others : { nameLine1, ...others }
