import { operation } from '../../../../http/operation.ts'
import { fits } from '../../host/edits.ts'
import { oneOf } from '../../host/scalar.ts'
import { twoStages } from '../../host/two-stages.ts'
import { FIRST_VISION_LIMITS } from '../../limit-profiles.ts'
import { seekAdditionPlace } from '../customer-add/domain.ts'
import { ADDITION_EDITS } from '../customer-add/edits.ts'
import { remarkIgnoredCoOwner } from '../customer-add/operation.ts'
import { keysOf } from '../customer-add/wire.ts'
import { GC } from '../customer-update/problems.ts'
import { activateCustomer } from './domain.ts'
import { ACTIVATION } from './problems.ts'
import {
  activationOf,
  CustomerActivated,
  CustomerActivation,
  customerActivated,
  readCustomerActivation,
} from './wire.ts'

export const customerActivation = operation({
  id: 'Customer with PAN Activation Add',
  method: 'post',
  path: '/customer/activation',
  summary: 'Put a customer on file and give them a pre-issued card',
  description:
    'The customer is added as by a Customer Add. The card and its account, so far a generic customer’s, become theirs, and the card is active.',
  tag: 'Customers',
  source: 'contract 5.4',
  limits: FIRST_VISION_LIMITS,
  body: CustomerActivation,
  response: CustomerActivated,
  problems: ACTIVATION,
  example: {
    body: {
      customerActivationData: {
        customerActivationKeyData: {
          organizationNumber: 998,
          customerNumber: '',
          accountNumber: '0009986022009000001',
          dualFlag: '0',
          panToken: '0005105100000009010',
          globalQualification: 'A',
        },
        ownerCoOwnerActivationData: {
          ownerActivationData: {
            nameLine1: 'Inés Molina',
            firstName: 'Inés',
            lastName: 'Molina',
            city: 'Paraná',
            countryCode: 'ARG',
          },
        },
      },
    },
  },
}).handle(
  twoStages({
    read: ({ body }, { workspace }) => readCustomerActivation(body, workspace.clock.day()),
    place: (workspace, request) => seekAdditionPlace(workspace, keysOf(request)),
    // The status is what only this way to add a customer takes.
    edits: [...ADDITION_EDITS, fits(GC['09E'], 'status', oneOf('0', '1', '2'))],
    perform(workspace, request, place) {
      if (request.ignoredCoOwner) remarkIgnoredCoOwner(workspace, `${PEOPLE}.coOwnerActivationData`)
      if (request.cutState)
        workspace.remark({ kind: 'cut-value', message: 'of a state the record holds three characters', path: PEOPLE })
      return customerActivated(activateCustomer(workspace, place, activationOf(request)))
    },
  }),
)

const PEOPLE = 'customerActivationData.ownerCoOwnerActivationData'
