import * as z from 'zod'
import { isDate } from '../../host/calendar.ts'
import { amount, judgedInteger, judgedText, text } from '../../host/members.ts'
import { integer, render, type Shape, schemaOf, text as shownText } from '../../host/outputs.ts'
import { NUMBER_LENGTH, nameOf, numberOf, textOf } from '../../host/scalar.ts'
import { isTestCardNumber } from '../../host/test-cards.ts'
import type { AddedCard, CardAddition } from './domain.ts'

/** Sixteen digits, with or without the zeros before them. */
const fullCardNumber = (sent: string | null | undefined) => nameOf(sent)?.padStart(NUMBER_LENGTH, '0')

const CardNumber = z
  .string()
  .max(NUMBER_LENGTH)
  .refine(
    (sent) => nameOf(sent) === undefined || isTestCardNumber(String(fullCardNumber(sent))),
    'is no card number of a test range',
  )
  .nullish()

const DateOrBlank = z
  .string()
  .refine((sent) => textOf(sent) === '' || isDate(textOf(sent)), 'is no date')
  .nullish()

/** The members that make a card for a customer simulator (contract 6); the service knows many more. */
export const EmbosserAdd = z.looseObject({
  organizationNumber: judgedInteger(3).schema,
  postToAccount: judgedText(19).schema,
  cardNumber: CardNumber,
  cardSequence: z.int().min(0).max(9999).nullish(),
  customerNumber: judgedText(19).schema,
  embossedName1: text(26).schema,
  expirationDate: DateOrBlank,
  currentCardActivation: text(1).schema,
  blockCode: text(1).schema,
  atmCashAmount: amount(17),
  overTheCounterCashAmount: amount(17),
  retailPurchaseAmt: amount(17),
  internetPurchaseAmount: amount(17),
})
export type EmbosserAdd = z.infer<typeof EmbosserAdd>

export function cardOf(body: EmbosserAdd): CardAddition {
  return {
    organizationNumber: numberOf(body.organizationNumber),
    accountNumber: textOf(body.postToAccount),
    cardNumber: fullCardNumber(body.cardNumber),
    customerNumber: nameOf(body.customerNumber),
    expires: textOf(body.expirationDate) || undefined,
    blockCode: textOf(body.blockCode),
    needsActivation: textOf(body.currentCardActivation) === 'Y',
    kept: {
      cardSequence: body.cardSequence || undefined,
      embossedName1: textOf(body.embossedName1),
      atmCashAmount: body.atmCashAmount ?? 0,
      overTheCounterAmount: body.overTheCounterCashAmount ?? 0,
      retailAmount: body.retailPurchaseAmt ?? 0,
      internetAmount: body.internetPurchaseAmount ?? 0,
    },
  }
}

const ANSWER = {
  organizationNumber: integer(3),
  organizationAssociatedToForeignAccount: integer(3),
  logo: integer(3),
  accountNumber: shownText(19),
  cardNumber: shownText(19),
  cardSequence: integer(4),
  currentChipSequenceNumber: integer(4),
} satisfies Shape

export const EmbosserAdded = schemaOf(ANSWER)

/** The card's number in the clear: only here, and when it is generated (decision Card numbers). */
export const embosserAdded = ({ card, account, partner }: AddedCard) =>
  render(ANSWER, {
    ...card,
    logo: account.logo,
    organizationAssociatedToForeignAccount: partner?.organizationNumber,
  })
