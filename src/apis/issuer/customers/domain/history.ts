import { canonical } from '../../../../kernel/text/canonical.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { versionsOf } from '../../addresses/domain/versions.ts'
import { addresses } from '../../addresses/records.ts'
import { MAIN_LABEL } from '../../issuers/records.ts'
import { now, type WireInstant } from '../../platform/dates.ts'
import { type Customer, type CustomerState, customerStates, customers, stateKey } from '../records.ts'
import type { Attributes } from '../wire/customer.ts'
import { attributesOf } from './attributes.ts'

/** Everything the customer has been, the present included, oldest first. */
export function statesOf(workspace: Workspace, customer: Customer): CustomerState[] {
  const former = customerStates(workspace).by('customer', customer.id)
  return [...former, presentState(workspace, customer, former.length + 1)]
}

/** The state in force at the start of a period, and those that began in it; its ends belong to it. */
export function statesWithin(
  states: CustomerState[],
  from: WireInstant | undefined,
  until: WireInstant | undefined,
): CustomerState[] {
  const begun = states.filter(({ effectiveDate = '' }) => until === undefined || effectiveDate <= until)
  if (from === undefined) return begun
  const later = begun.filter(({ effectiveDate = '' }) => effectiveDate >= from)
  const isStartOfOne = later.some(({ effectiveDate }) => effectiveDate === from)
  const before = begun.filter(({ effectiveDate = '' }) => effectiveDate < from)
  return isStartOfOne ? later : [...before.slice(-1), ...later]
}

/** Updates a customer, and keeps what it was. An update that changes nothing makes no new state. */
export function updateCustomer(workspace: Workspace, customer: Customer, attributes: Attributes): Customer {
  const present = now(workspace)
  if (canonical(attributesOf(customer)) === canonical(attributes))
    return customers(workspace).patch(customer, { lastUpdateDate: present })
  const number = customerStates(workspace).by('customer', customer.id).length + 1
  customerStates(workspace).put(presentState(workspace, customer, number))
  const { id, issuerId, customerReference, issuerCustomerExternalReference: external } = customer
  return customers(workspace).put({
    id,
    issuerId,
    customerReference,
    ...(external !== undefined && { issuerCustomerExternalReference: external }),
    ...attributes,
    effectiveDate: present,
    lastUpdateDate: present,
  })
}

function presentState(workspace: Workspace, customer: Customer, number: number): CustomerState {
  const customerReference = customer.id
  const effectiveDate = customer.effectiveDate ?? beginning(workspace, customer)
  return {
    id: stateKey({ customerReference, number }),
    customerReference,
    number,
    ...(effectiveDate !== undefined && { effectiveDate }),
    ...attributesOf(customer),
  }
}

/** A customer begins with the main address, without which there is none (contract 4.3). */
const beginning = (workspace: Workspace, customer: Customer): WireInstant | undefined =>
  addresses(workspace)
    .by('customer', customer.id)
    .filter(({ addressLabel }) => addressLabel === MAIN_LABEL)
    .flatMap((address) => versionsOf(workspace, address))
    .map(({ startDate }) => startDate)
    .toSorted()[0]
