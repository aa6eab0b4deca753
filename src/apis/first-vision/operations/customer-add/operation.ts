import { operation } from '../../../../http/operation.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { LEAST_OWNER } from '../../examples/customers.ts'
import { twoStages } from '../../host/two-stages.ts'
import { FIRST_VISION_LIMITS } from '../../limit-profiles.ts'
import { addCustomer, seekAdditionPlace } from './domain.ts'
import { CUSTOMER_ADD_EDITS } from './edits.ts'
import { NA_FIELDS } from './field-problems.ts'
import { NA_KEYS, NA_TAKEN } from './key-problems.ts'
import { additionOf, CustomerAdd, CustomerAdded, customerAdded, keysOf, readCustomerAdd } from './wire.ts'

export const customerAdd = operation({
  id: 'Customer Add',
  method: 'post',
  path: '/customer/l8v2',
  summary: 'Put a new customer on file',
  description:
    'Without a customer number, the organization gives one. Under `dualFlag` 1 its partner keeps the customer too.',
  tag: 'Customers',
  source: 'contract 4.4',
  limits: FIRST_VISION_LIMITS,
  body: CustomerAdd,
  response: CustomerAdded,
  problems: [NA_FIELDS, NA_KEYS, NA_TAKEN].flatMap((table) => Object.values(table)),
  example: {
    body: {
      customerData: {
        customerKeyData: {
          organizationNumber: 998,
          customerNumber: '',
          accountNumber: '',
          coOwnerIndicator: 1,
          dualFlag: '0',
        },
        customerMiscellaneousData: { vipStatus: 0, sicCode: 5411 },
        ownerCoOwnerData: {
          ownerData: {
            nameLine1: 'Inés Molina',
            firstName: 'Inés',
            lastName: 'Molina',
            dateOfBirth: '1991-07-21',
            houseNumber: '311',
            houseAddress1: 'Calle Rivadavia 311',
            city: 'Paraná',
            postalCode: 'E3100',
            countryCode: 'ARG',
            email: 'ines.molina@example.com',
            ...LEAST_OWNER,
          },
        },
      },
    },
  },
}).handle(
  twoStages({
    read: ({ body }, { workspace }) => readCustomerAdd(body, workspace.clock.day()),
    place: (workspace, request) => seekAdditionPlace(workspace, keysOf(request)),
    edits: CUSTOMER_ADD_EDITS,
    perform(workspace, request, place) {
      if (request.ignoredCoOwner) remarkIgnoredCoOwner(workspace, 'customerData.ownerCoOwnerData.coOwnerData')
      return customerAdded(addCustomer(workspace, place, additionOf(request)))
    },
  }),
)

export const remarkIgnoredCoOwner = (workspace: Workspace, path: string): void =>
  workspace.remark({
    kind: 'ignored-member',
    message: 'the co-owner is not kept: coOwnerIndicator 2 brings it in',
    path,
  })
