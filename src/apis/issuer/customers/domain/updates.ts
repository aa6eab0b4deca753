import { demand } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { contactsOf, replaceContacts } from '../../contacts/domain.ts'
import { remarkLeftOut, remarkLeftOutContacts } from '../../domain/left-out.ts'
import { remarkDeprecated } from '../../domain/remarks.ts'
import { issuerOf } from '../../issuers/domain.ts'
import { customerNameMissing } from '../problems/attributes.ts'
import type { Customer } from '../records.ts'
import { ATTRIBUTES, type Attributes } from '../wire/customer.ts'
import type { ModifyCustomerRequest } from '../wire/requests.ts'
import { changedAttributes, wholeAttributes } from './attributes.ts'
import { updateCustomer } from './history.ts'

/** All that a PUT can empty: labels of `specificFields` stay where they are left out. */
const EMPTIED = ATTRIBUTES.filter((name) => name !== 'specificFields')

/** Takes the request for the whole of the customer (contract 4.49). */
export function replaceCustomer(workspace: Workspace, customer: Customer, request: ModifyCustomerRequest): Customer {
  const { contacts } = request
  const firstName = demand(workspace, request.firstName, customerNameMissing)
  const lastName = demand(workspace, request.lastName, customerNameMissing)
  remarkActive(workspace, request)
  const attributes = wholeAttributes(
    workspace,
    issuerOf(workspace, customer),
    { ...request, firstName, lastName },
    customer,
  )
  remarkLeftOut<Attributes>(workspace, EMPTIED, { before: customer, sent: request, after: attributes })
  if (!contacts && contactsOf(workspace, customer).length) remarkLeftOutContacts(workspace)
  replaceContacts(workspace, customer, contacts ?? [])
  return updateCustomer(workspace, customer, attributes)
}

/** Changes what the request names, empty where it is sent so; a list of contacts is replaced as a whole (contract 4.49). */
export function changeCustomer(workspace: Workspace, customer: Customer, request: ModifyCustomerRequest): Customer {
  remarkActive(workspace, request)
  const attributes = changedAttributes(workspace, issuerOf(workspace, customer), request, customer)
  if (Object.hasOwn(request, 'contacts')) replaceContacts(workspace, customer, request.contacts ?? [])
  return updateCustomer(workspace, customer, attributes)
}

function remarkActive(workspace: Workspace, { active }: ModifyCustomerRequest): void {
  if (active !== undefined) remarkDeprecated(workspace, 'active')
}
