import * as z from 'zod'
import { text as givenText, judgedText } from '../../host/members.ts'
import { among, amount, digitText, integer, list, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { textOf } from '../../host/scalar.ts'
import { shownCardNumber } from '../../records/card-numbers.ts'
import type { CardsPage, CardsDetailsInquiry as Inquiry } from './domain.ts'

export const CardsDetailsQuery = z.object({
  organizationNumber: judgedText(3).schema,
  functionCode: judgedText(1, [' ', 'N', 'P']).schema.meta({
    description: 'Space from the start, N on, P back.',
    default: ' ',
  }),
  startOrganization: givenText(3).schema,
  startAccount: givenText(19).schema,
})
type CardsDetailsQuery = z.infer<typeof CardsDetailsQuery>

export const CardsDetailsHeaders = z.object({ customerNumber: givenText(19).schema })

export type CardsDetailsRequest = z.infer<typeof CardsDetailsHeaders> & CardsDetailsQuery

/** What is asked for, of a request that the edits let pass; without N or P a start is ignored. */
export function inquiryOf(request: CardsDetailsRequest): Inquiry {
  const scroll = textOf(request.functionCode)
  const customerNumber = textOf(request.customerNumber)
  if (scroll !== 'N' && scroll !== 'P') return { customerNumber, scroll: '', start: undefined }
  const start = {
    organizationNumber: Number(textOf(request.startOrganization)),
    accountNumber: textOf(request.startAccount),
  }
  return { customerNumber, scroll, start }
}

const ANSWER = {
  outputArea: {
    numberOfReturnedItems: integer(2),
    hasMore: among(['N', 'Y'], text(1)),
    customerNumber: text(19),
    accountTable: list({
      accountNumber: text(19),
      userAccountNumber: text(19),
      cardNumber: text(19),
      cardExpireDate: text(10),
      digitalCardIndicator: among([0, 1], integer(1)),
      embosserCurrentFirstUsage: among(['0', '1'], digitText(1)),
      internetAmount: amount(),
      internetAmountDaily: amount(),
      atmCashAmount: amount(),
      atmCashAmountDaily: amount(),
      retailAmount: amount(),
      retailAmountDaily: amount(),
      overTheCounterAmount: amount(),
      overTheCounterAmountDaily: amount(),
      cardBlockCode: text(1),
      cardBlockCodeDate: text(10),
      encryptedCardNumber: text(32),
    }),
  },
} satisfies Shape

export const CardsDetails = schemaOf(ANSWER)

export function cardsDetails({ customerNumber, accounts, more }: CardsPage) {
  const accountTable = accounts.flatMap(({ account, organization, cards }) =>
    cards.map((card) => ({
      ...card,
      userAccountNumber: account.userAccountNumber,
      cardNumber: shownCardNumber(organization, card),
    })),
  )
  return render(ANSWER, {
    numberOfReturnedItems: accountTable.length,
    hasMore: more ? 'Y' : 'N',
    customerNumber,
    accountTable,
  })
}
