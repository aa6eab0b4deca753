import * as z from 'zod'
import { openToBuy } from '../../domain/amounts.ts'
import { cardCustomerNumber } from '../../domain/customer-cards.ts'
import { judgedInteger, judgedText, judgedTruth } from '../../host/members.ts'
import { among, amount, date, integer, list, render, type Shape, schemaOf, text, truth } from '../../host/outputs.ts'
import { isTrue, textOf } from '../../host/scalar.ts'
import { ACCOUNT_STATUSES } from '../../records/accounts.ts'
import { shownCardNumber } from '../../records/card-numbers.ts'
import type { CardsInquiry as Inquiry, PageOfCards } from './domain.ts'

export const CardsHeaders = z.object({
  organizationNumber: judgedInteger(3).schema,
  customerNumber: judgedText(19).schema,
})

export const CardsQuery = z.object({
  hasOtherCardHolder: judgedTruth(),
  pageNumber: judgedInteger(2).schema,
})

export type CardsRequest = z.infer<typeof CardsHeaders> & z.infer<typeof CardsQuery>

/** What is asked for, of a request that the edits let pass; pages 0 and 1 are the first. */
export const inquiryOf = (request: CardsRequest): Inquiry => ({
  customerNumber: textOf(request.customerNumber),
  hasOtherCardHolder: isTrue(request.hasOtherCardHolder),
  page: Math.max(1, Number(textOf(request.pageNumber))),
})

const anyText = { schema: z.string(), of: String }
const keyValues = list({ key: anyText, value: anyText })

const ANSWER = {
  hasMoreRecords: truth(),
  totalCardsCount: integer(4),
  totalAvailableCreditLimitAmount: amount(),
  totalPagesCount: integer(2),
  currentPage: integer(2),
  cards: list({
    accountNumber: text(19),
    cardNumber: text(19),
    embosserCustomerNumber: text(19),
    cardType: text(1),
    availableCreditLimitAmount: amount(),
    cardStatus: text(1),
    paymentDate: date(),
    cycleDueAmount: amount(),
    totalDueAmount: amount(),
    memoDebitAmount: amount(),
    memoCreditAmount: amount(),
    creditLimitAmount: amount(17, 'creditLimit'),
    usedBalanceAmount: amount(17, 'balance'),
    accountStatus: among(ACCOUNT_STATUSES, text(1, 'accountInternalStatus')),
    isActive: truth(),
    cardBlockCode: text(1),
    accountBlockCodes: { ...keyValues, from: 'blockCodes' },
    userAmounts: keyValues,
    userDates: keyValues,
    userCodes: keyValues,
  }),
} satisfies Shape

export const Cards = schemaOf(ANSWER)

export const cardsAnswer = ({ page, pages, total, totalAvailable, cards }: PageOfCards) =>
  render(ANSWER, {
    hasMoreRecords: page < pages,
    totalCardsCount: total,
    totalAvailableCreditLimitAmount: totalAvailable,
    totalPagesCount: pages,
    currentPage: page,
    cards: cards.map(({ account, card, organization }) => ({
      ...account,
      ...card,
      cardNumber: shownCardNumber(organization, card),
      embosserCustomerNumber: cardCustomerNumber(card, account),
      availableCreditLimitAmount: openToBuy(account),
      // A plastic that still waits for its activation is not in use.
      isActive: card.embosserCurrentFirstUsage === '0',
    })),
  })
