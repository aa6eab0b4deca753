import { operation } from '../../../../http/operation.ts'
import { listCards } from './domain.ts'
import { judgeCardsInquiry } from './edits.ts'
import { BQ } from './problems.ts'
import { Cards, CardsHeaders, CardsQuery, cardsAnswer, readCardsInquiry } from './wire.ts'

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
}).handle((workspace, { headers, query }) => {
  const request = { ...headers, ...query }
  judgeCardsInquiry(request)
  return cardsAnswer(listCards(workspace, readCardsInquiry(request)))
})
