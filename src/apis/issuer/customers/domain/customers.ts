import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { type Issuer, issuers } from '../../platform/issuers.ts'
import { customerUnknown, issuerUnknown } from '../../platform/not-found.ts'
import { type Customer, customers, externalKey } from '../records.ts'

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

export const findIssuer = (workspace: Workspace, issuerId: string): Issuer =>
  issuers(workspace).get(issuerId) ?? refuse(issuerUnknown, `no issuer '${issuerId}'`)

/** The customer of a path; an unknown issuer is found before an unknown customer. */
export function findCustomer(workspace: Workspace, key: CustomerKey): Customer {
  const { issuerId, customerReference, issuerCustomerExternalReference } = key
  findIssuer(workspace, issuerId)
  const named = customerReference ?? `with external reference ${issuerCustomerExternalReference}`
  return lookUpCustomer(workspace, key) ?? refuse(customerUnknown, `no customer ${named} at issuer '${issuerId}'`)
}

/** The issuer of a customer that was found. */
export const issuerOf = (workspace: Workspace, { issuerId }: { issuerId: string }): Issuer =>
  findIssuer(workspace, issuerId)
