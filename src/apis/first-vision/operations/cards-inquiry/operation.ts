import { operation } from '../../../../http/operation.ts'
import { placeNamed } from '../../domain/place.ts'
import { twoStages } from '../../host/two-stages.ts'
import { listCards } from './domain.ts'
import { CARDS_EDITS } from './edits.ts'
import { BQ } from './problems.ts'
import { Cards, CardsHeaders, CardsQuery, cardsAnswer, inquiryOf } from './wire.ts'

export const cardsInquiry = operation({
  id: 'Cards Inquiry',
  method: 'get',
  path: '/customer/v1/cards',
  summary: 'List a customer’s cards by page, five at a time',
  description: 'With hasOtherCardHolder, cards that others hold on the customer’s accounts are listed too.',
  tag: 'Customers',
  source: 'contract 5.2',
  query: CardsQuery,
  headers: CardsHeaders,
  response: Cards,
  problems: Object.values(BQ),
  example: {
    query: { hasOtherCardHolder: true, pageNumber: 1 },
    headers: { organizationNumber: 998, customerNumber: '0009980011000000001' },
  },
}).handle(
  twoStages({
    read: ({ headers, query }) => ({ ...headers, ...query }),
    place: placeNamed(BQ['06S']),
    edits: CARDS_EDITS,
    perform: (workspace, request, place) => cardsAnswer(listCards(workspace, place, inquiryOf(request))),
  }),
)
