import { operation } from '../../../../http/operation.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { findOrganization, foreignPartner } from '../../domain/organizations.ts'
import { dateAt } from '../../host/calendar.ts'
import { addCustomer, type CustomerAddition, organizationNumberOf } from './domain.ts'
import { judgeCustomerAdd } from './edits.ts'
import { NA_FIELDS } from './field-problems.ts'
import { NA_KEYS } from './key-problems.ts'
import { additionOf, CustomerAdd, CustomerAdded, customerAdded, readCustomerAdd } from './wire.ts'

export const customerAdd = operation({
  id: 'Customer Add',
  method: 'post',
  path: '/customer/l8v2',
  summary: 'Put a new customer on file',
  description:
    'Without a customer number, the organization gives one. Under `dualFlag` 1 its partner keeps the customer too.',
  tag: 'Customers',
  source: 'contract 4.4',
  body: CustomerAdd,
  response: CustomerAdded,
  problems: [...Object.values(NA_FIELDS), ...Object.values(NA_KEYS)],
}).handle((workspace, { body }, exchange) => {
  const request = readCustomerAdd(body)
  const addition = additionOf(request)
  judgeCustomerAdd(request, settingsOf(workspace, addition), dateAt(exchange.at))
  if (request.ignoredCoOwner) remarkIgnoredCoOwner(workspace, 'customerData.ownerCoOwnerData.coOwnerData')
  return customerAdded(addCustomer(workspace, addition))
})

/** What an addition is judged by, where its organization is known. */
export function settingsOf(workspace: Workspace, addition: CustomerAddition) {
  const organizationNumber = organizationNumberOf(workspace, addition)
  const local = organizationNumber === undefined ? undefined : findOrganization(workspace, organizationNumber)
  return local && { local, partner: foreignPartner(workspace, local) }
}

export const remarkIgnoredCoOwner = (workspace: Workspace, path: string): void =>
  workspace.remark({
    kind: 'ignored-member',
    message: 'the co-owner is not kept: coOwnerIndicator 2 brings it in',
    path,
  })
