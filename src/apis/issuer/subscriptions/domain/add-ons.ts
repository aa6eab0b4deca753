import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import {
  addOnNotAllowed,
  parameterMissing,
  parameterRepeated,
  parameterUnknown,
  serviceTypeUnknown,
} from '../problems/subscription.ts'
import { type AddOn, type Contract, products, type ServiceType } from '../records/contract.ts'
import type { Parameter } from '../records/subscription.ts'
import type { SentParameter } from '../wire/subscription.ts'

/** An add-on that the product of a contract allows (contract 4.43). */
export function findAddOn(workspace: Workspace, contract: Contract, reference: string): AddOn {
  const { productReference } = contract
  const product = products(workspace).get(productReference)
  const addOn = product?.addOns.find(({ addonReference }) => addonReference === reference)
  return demand(
    workspace,
    addOn,
    addOnNotAllowed,
    () => `the product ${productReference} does not allow the add-on '${reference}'`,
  )
}

export function findServiceType(
  workspace: Workspace,
  { addonReference, serviceTypes }: AddOn,
  reference: string,
): ServiceType {
  const type = serviceTypes.find(({ serviceTypeReference }) => serviceTypeReference === reference)
  return demand(
    workspace,
    type,
    serviceTypeUnknown,
    () => `the add-on ${addonReference} has no service type '${reference}'`,
  )
}

/** The parameters of a subscription, in the order of the service type; one without a value counts as not sent. */
export function readParameters(workspace: Workspace, type: ServiceType, sent: SentParameter[]): Parameter[] {
  const values = new Map<string, string | undefined>()
  for (const { reference, value } of sent) {
    refuseIf(
      workspace,
      !type.parameters.some((defined) => defined.reference === reference),
      parameterUnknown,
      () => `the service type ${type.serviceTypeReference} has no parameter '${reference}'`,
    )
    refuseIf(
      workspace,
      values.has(reference),
      parameterRepeated,
      () => `the parameter ${reference} is sent more than once`,
    )
    values.set(reference, value)
  }
  return type.parameters.flatMap((defined) => {
    const value = values.get(defined.reference)
    if (value === undefined && defined.optional) return []
    const missing = () => `${type.serviceTypeReference} needs the parameter ${defined.reference}`
    return [{ ...defined, value: demand(workspace, value, parameterMissing, missing) }]
  })
}
