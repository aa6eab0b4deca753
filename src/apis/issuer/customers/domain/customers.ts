import { demand } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { issuerOf } from '../../issuers/domain.ts'
import { externalKey } from '../../platform/external-reference.ts'
import { customerUnknown } from '../problems/reading.ts'
import { type Customer, customers } from '../records.ts'

/** Callers name a customer by the platform's reference or by the issuer's. */
export type CustomerKey = {
  issuerId: string
  customerReference?: string | undefined
  issuerCustomerExternalReference?: string | undefined
}

/** The customer of a path, if there is one. */
export function lookUpCustomer(workspace: Workspace, key: CustomerKey): Customer | undefined {
  const { issuerId, customerReference: own, issuerCustomerExternalReference: external } = key
  if (external !== undefined) return customers(workspace).one('external', externalKey(issuerId, external))
  const customer = own === undefined ? undefined : customers(workspace).get(own)
  return customer?.issuerId === issuerId ? customer : undefined
}

/** The customer of a path; an unknown issuer is found before an unknown customer. */
export function findCustomer(workspace: Workspace, key: CustomerKey): Customer {
  const { customerReference, issuerCustomerExternalReference } = key
  issuerOf(workspace, key)
  const named = customerReference ?? `with external reference ${issuerCustomerExternalReference}`
  return demand(
    workspace,
    lookUpCustomer(workspace, key),
    customerUnknown,
    () => `no customer ${named} at issuer '${key.issuerId}'`,
  )
}
