import { refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { createAddress } from '../../addresses/domain/addresses.ts'
import { createContacts } from '../../contacts/domain.ts'
import { nextReference } from '../../domain/next-reference.ts'
import { remarkingIn } from '../../domain/remarks.ts'
import { type Issuer, MAIN_LABEL } from '../../issuers/records.ts'
import { now } from '../../platform/dates.ts'
import { externalKey } from '../../platform/external-reference.ts'
import { customerReferenceTaken, entityTypeMissing, labelTwice, mainAddressMissing } from '../problems/creation.ts'
import { type Customer, customers } from '../records.ts'
import type { CreateCustomerRequest } from '../wire/requests.ts'
import { wholeAttributes } from './attributes.ts'

/** Creates a customer with addresses and contacts, all of it or nothing. */
export function createCustomer(workspace: Workspace, issuer: Issuer, request: CreateCustomerRequest): Customer {
  checkLabels(workspace, request)
  const attributes = wholeAttributes(workspace, issuer, request)
  const customer = openCustomer(workspace, issuer, request.issuerCustomerExternalReference, attributes)
  for (const [index, { addressUsages, ...address }] of request.addresses.entries())
    remarkingIn(`addresses.${index}`, workspace, () =>
      createAddress(workspace, customer, { ...address, addressUsages: addressUsages?.map(usageFor(workspace)) }),
    )
  createContacts(workspace, customer, request.contacts ?? [])
  return customer
}

/** Contract 4.3: a person has a main address. Each label once, as none of them can start later than another. */
function checkLabels(workspace: Workspace, { addresses }: CreateCustomerRequest): void {
  const labels = addresses.map(({ addressLabel }) => addressLabel)
  refuseIf(workspace, !labels.includes(MAIN_LABEL), mainAddressMissing)
  const twice = labels.find((label, index) => labels.indexOf(label) < index)
  refuseIf(workspace, twice !== undefined, labelTwice, () => `two addresses with the label ${twice}`)
}

function openCustomer(
  workspace: Workspace,
  { issuerId }: Issuer,
  external: string | undefined,
  attributes: ReturnType<typeof wholeAttributes>,
): Customer {
  refuseIf(
    workspace,
    external !== undefined && customers(workspace).one('external', externalKey(issuerId, external)),
    customerReferenceTaken,
    () => `another customer of the issuer has the external reference ${external}`,
  )
  const rows = customers(workspace)
  const customerReference = nextReference(workspace, 'issuer.customers', rows, 'CUS', 11)
  return rows.put({
    id: customerReference,
    issuerId,
    customerReference,
    ...(external !== undefined && { issuerCustomerExternalReference: external }),
    ...attributes,
    effectiveDate: now(workspace),
  })
}

type Usage = NonNullable<CreateCustomerRequest['addresses'][number]['addressUsages']>[number]

/** A usage as it is kept: of an entity that is there, of one to come, or of none (contract 7.3). */
const usageFor =
  (workspace: Workspace) =>
  ({ entityRequestCorrelationId, entityType, ...usage }: Usage, index: number): Usage => {
    if (entityRequestCorrelationId === undefined) return usage
    refuseIf(workspace, entityType === undefined, entityTypeMissing)
    if (usage.entityReference === undefined) return { ...usage, entityRequestCorrelationId, entityType }
    const path = `addressUsages.${index}.entityRequestCorrelationId`
    workspace.remark({ kind: 'ignored-data', message: `'${path}' is ignored: the entity is there already`, path })
    return usage
  }
