import { operation } from '../../../../http/operation.ts'
import { twoStages } from '../../host/two-stages.ts'
import { inquireAddress, seekInquiryPlace } from './domain.ts'
import { ADDRESS_EDITS } from './edits.ts'
import { AD } from './problems.ts'
import { Addresses, AddressPath, AddressQuery, addresses, inquiryOf } from './wire.ts'

export const addressInquiry = operation({
  id: 'Current/Prior Address Inquiry',
  method: 'get',
  path: '/customer/{accountNumber}/current-prior-address',
  summary: 'Show the current and prior addresses behind an account, card, relationship or customer number',
  description: 'Prior addresses are kept where the organization has them switched on, and shown for the owner only.',
  tag: 'Customers',
  source: 'contract 4.3',
  params: AddressPath,
  query: AddressQuery,
  response: Addresses,
  problems: Object.values(AD),
  example: {
    params: { accountNumber: '0009980011000000003' },
    query: { organizationNumber: 998, ownerCoOwnerFlag: 1, currentPriorFlag: 'B' },
  },
}).handle(
  twoStages({
    read: ({ params, query }) => ({ ...params, ...query }),
    place: (workspace, request) => seekInquiryPlace(workspace, inquiryOf(request)),
    edits: ADDRESS_EDITS,
    perform: (workspace, request, place) => addresses(request, inquireAddress(workspace, place, inquiryOf(request))),
  }),
)
