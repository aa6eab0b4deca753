import { refuseIf } from '../../../../kernel/checks.ts'
import type { Problem } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { isClosed } from '../../domain/account-status.ts'
import { mayKnow, primaryAccounts } from '../../domain/customer-accounts.ts'
import { isGiven } from '../../host/scalar.ts'
import { isUserMember, type Owner, type OwnerInput, type OwnerMember } from '../../person/members.ts'
import type { Customer } from '../../records/customers.ts'
import { relationships } from '../../records/relationships.ts'
import { GC } from './problems.ts'

/** Only a customer whose relationships and accounts have ended can be put to purge (contract 8 #24). */
export function checkPurge(workspace: Workspace, customer: Customer): void {
  const own = relationships(workspace).by('customer', customer.customerNumber)
  const isOpen = (one: (typeof own)[number]) => one.active && mayKnow(workspace, one.organizationNumber, customer)
  refuseIf(workspace, own.some(isOpen), GC['33E'])
  refuseIf(
    workspace,
    primaryAccounts(workspace, customer).some((account) => !isClosed(account)),
    GC['34E'],
  )
}

/** For each way to reach a person: its flag, its number or address, and the refusal where that is missing. */
const CHANNELS: [OwnerMember, OwnerMember, Problem][] = [
  ['homePhoneFlag', 'homePhoneNumber', GC['44E']],
  ['faxPhoneFlag', 'homeFaxPhoneNumber', GC['45E']],
  ['mobilePhoneFlag', 'mobilePhoneNumber', GC['46E']],
  ['emailFlag', 'email', GC['47E']],
]

const FLAGS: OwnerMember[] = [...CHANNELS.map(([flag]) => flag), 'employerPhoneFlag']

/**
 * At most one channel is preferred, and one that may be used can be: on the record as it will be, when anything but user
 * data changes (contract 8 #25).
 */
export function checkChannels(workspace: Workspace, sent: OwnerInput, merged: Owner): void {
  if (Object.keys(sent).every(isUserMember)) return
  refuseIf(workspace, FLAGS.filter((flag) => merged[flag] === 2).length > 1, GC['42E'])
  for (const [flag, channel, problem] of CHANNELS)
    refuseIf(workspace, isGiven(sent[flag]) && merged[flag] && !merged[channel], problem)
}
