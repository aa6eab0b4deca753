import { operation } from '../../../../http/operation.ts'
import { placeNamed } from '../../domain/place.ts'
import { twoStages } from '../../host/two-stages.ts'
import { listCardsDetails } from './domain.ts'
import { CARDS_DETAILS_EDITS } from './edits.ts'
import { CE } from './problems.ts'
import { CardsDetails, CardsDetailsHeaders, CardsDetailsQuery, cardsDetails, inquiryOf } from './wire.ts'

export const cardsDetailsInquiry = operation({
  id: 'Cards Details Inquiry',
  method: 'get',
  path: '/customer/v3/cards/details',
  summary: 'List the cards on a customer’s accounts, five at a time and the rest of the last account’s',
  description:
    'With functionCode N or P the list goes on after, or ends before, the account of `startOrganization` and `startAccount`.',
  tag: 'Customers',
  source: 'contract 4.2',
  query: CardsDetailsQuery,
  headers: CardsDetailsHeaders,
  response: CardsDetails,
  problems: Object.values(CE),
  example: {
    query: { organizationNumber: '998', functionCode: ' ' },
    headers: { customerNumber: '0009980011000000001' },
  },
}).handle(
  twoStages({
    read: ({ headers, query }) => ({ ...headers, ...query }),
    place: placeNamed(CE['06S']),
    edits: CARDS_DETAILS_EDITS,
    perform: (workspace, request, place) => cardsDetails(listCardsDetails(workspace, place, inquiryOf(request))),
  }),
)
