import { operation } from '../../../../http/operation.ts'
import { dayAfter } from '../../host/calendar.ts'
import { mustName } from '../../host/edits.ts'
import { twoStages } from '../../host/two-stages.ts'
import { FIRST_VISION_LIMITS } from '../../limit-profiles.ts'
import { seekUpdatePlace } from '../customer-update/domain.ts'
import { UPDATE_EDITS } from '../customer-update/edits.ts'
import { GC } from '../customer-update/problems.ts'
import { readCustomerUpdate, updatedSide } from '../customer-update/wire.ts'
import { reverseActivation } from './domain.ts'
import { REVERSAL } from './problems.ts'
import { CustomerReversal, CustomerReversed, customerReversed, reversalOf } from './wire.ts'

export const customerReversal = operation({
  id: 'Customer Reversal Update',
  method: 'put',
  path: '/customer/reversal',
  summary: 'Take the activation of a pre-issued card back',
  description:
    'Account and card go back to the generic customer, and the card waits for its activation again. The customer stays on file and is updated as by a Customer Update.',
  tag: 'Customers',
  source: 'contract 5.3',
  limits: FIRST_VISION_LIMITS,
  body: CustomerReversal,
  response: CustomerReversed,
  problems: REVERSAL,
  example: {
    body: {
      organizationNumber: 998,
      customerNumber: '0009980011009000002',
      numberType: '1',
      dummyCustomerNumber: '0009980011009000001',
      panToken: '0005105100000009028',
      globalQualification: 'A',
    },
  },
}).handle(
  twoStages({
    read: ({ body }, { at }) => readCustomerUpdate(body, dayAfter(at)),
    place: (workspace, request) => seekUpdatePlace(workspace, updatedSide(request)),
    edits: [...UPDATE_EDITS, mustName(GC['02E'], 'dummyCustomerNumber')],
    perform: (workspace, request, place) =>
      customerReversed(request, reverseActivation(workspace, place, reversalOf(request))),
  }),
)
