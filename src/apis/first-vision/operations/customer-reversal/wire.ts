import * as z from 'zod'
import { text as givenText, judgedInteger } from '../../host/members.ts'
import { integer, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { textOf } from '../../host/scalar.ts'
import { shownCardNumber } from '../../records/card-numbers.ts'
import {
  CustomerUpdate,
  type CustomerUpdateRequest,
  UPDATED,
  updatedMembers,
  updateOf,
} from '../customer-update/wire.ts'
import type { CustomerReversal as Reversal, reverseActivation } from './domain.ts'

/** The update's body, the card that goes back, and the generic customer who gets it. */
export const CustomerReversal = CustomerUpdate.extend({
  maritalStatus: judgedInteger(1).schema,
  dummyCustomerNumber: givenText(19).schema,
  panToken: givenText(19).schema,
  /** Taken and ignored; no source says what it qualifies. */
  globalQualification: z.string().nullish(),
})
export type CustomerReversal = z.infer<typeof CustomerReversal>

export type CustomerReversalRequest = CustomerUpdateRequest & Pick<CustomerReversal, 'dummyCustomerNumber' | 'panToken'>

export const reversalOf = (request: CustomerReversalRequest): Reversal => ({
  update: updateOf(request),
  dummyCustomerNumber: textOf(request.dummyCustomerNumber),
  panToken: textOf(request.panToken),
})

const ANSWER = { outputArea: { ...UPDATED, cardNumber: text(19), numberCardsActivated: integer(2) } } satisfies Shape

export const CustomerReversed = schemaOf(ANSWER)

/** A reversal activates no card. */
export const customerReversed = (request: CustomerReversalRequest, reversed: ReturnType<typeof reverseActivation>) =>
  render(ANSWER, {
    ...updatedMembers(request, reversed),
    cardNumber: shownCardNumber(reversed.organization, reversed.returned),
    numberCardsActivated: 0,
  })
