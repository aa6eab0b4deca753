import { operation } from '../../../../http/operation.ts'
import { dayAfter } from '../../host/calendar.ts'
import { twoStages } from '../../host/two-stages.ts'
import { FIRST_VISION_LIMITS } from '../../limit-profiles.ts'
import { seekUpdatePlace, updateCustomer } from './domain.ts'
import { UPDATE_EDITS } from './edits.ts'
import { GC_FIELDS } from './field-problems.ts'
import { GC } from './problems.ts'
import { CustomerUpdate, CustomerUpdated, customerUpdated, readCustomerUpdate, updatedSide, updateOf } from './wire.ts'

export const customerUpdate = operation({
  id: 'Customer Update',
  method: 'put',
  path: '/customer',
  aliases: ['/customer/'],
  summary: 'Change a customer',
  description:
    'What is left out or null stays as it is, what is blank is cleared. The two data indicators say whose data change, the owner’s (1) or the co-owner’s (2); without them only status, VIP status and SIC code do.',
  tag: 'Customers',
  source: 'contract 4.6',
  limits: FIRST_VISION_LIMITS,
  body: CustomerUpdate,
  response: CustomerUpdated,
  problems: [...Object.values(GC), ...Object.values(GC_FIELDS)],
  example: {
    body: {
      organizationNumber: 998,
      customerNumber: '0009980011000000001',
      numberType: '1',
      demographicDataIndicator: '1',
      vipStatus: 1,
      status: 0,
      sicCode: 5411,
      houseNumber: '48',
      houseAddress1: 'Calle Lavalle 48',
      city: 'Buenos Aires',
      postalCode: 'C1047AAB',
    },
  },
}).handle(
  twoStages({
    read: ({ body }, { at }) => readCustomerUpdate(body, dayAfter(at)),
    place: (workspace, request) => seekUpdatePlace(workspace, updatedSide(request)),
    edits: UPDATE_EDITS,
    perform: (workspace, request, place) =>
      customerUpdated(request, updateCustomer(workspace, place, updateOf(request))),
  }),
)
