import * as z from 'zod'
import { amount as givenAmount, text as givenText, group, judgedInteger } from '../../host/members.ts'
import { amount, date, integer, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { type Scalar, textOf } from '../../host/scalar.ts'
import { shownCardNumber } from '../../records/card-numbers.ts'
import {
  ADDED,
  addedMembers,
  additionOf,
  type CustomerAddRequest,
  KEY_DATA,
  MISCELLANEOUS_DATA,
  readCustomerAdd,
  reserved,
} from '../customer-add/wire.ts'
import { ACTIVATED_CO_OWNER, ACTIVATED_OWNER } from './activated-owner.ts'
import type { ActivatedCustomer, CustomerActivation as Activation } from './domain.ts'

/** What the record holds of a state, which may be longer here than anywhere else. */
const STATE_LENGTH = 3

export const CustomerActivation = z.object({
  customerActivationData: group({
    customerActivationKeyData: group({
      ...KEY_DATA,
      panToken: givenText(19).schema,
      /** Taken and ignored; no source says what it qualifies. */
      globalQualification: z.string().nullish(),
    }),
    customerActivationMiscellaneousData: group({
      ...MISCELLANEOUS_DATA,
      status: judgedInteger(1).schema,
    }),
    ownerCoOwnerActivationData: group({
      ownerActivationData: group(ACTIVATED_OWNER.shape),
      coOwnerActivationData: group(ACTIVATED_CO_OWNER.shape),
    }),
  }),
  resvActivationData: group({
    ...reserved('reservedCode', z.string().nullish()),
    ...reserved('reservedDate', z.string().nullish()),
    ...reserved('reservedAmt', givenAmount(17)),
  }),
})
export type CustomerActivation = z.infer<typeof CustomerActivation>

/** A Customer Add, and what an activation says beyond it. */
export type CustomerActivationRequest = CustomerAddRequest & {
  status: Scalar
  panToken: Scalar
  /** Whether a state was sent that is longer than the record holds. */
  cutState: boolean
}

export function readCustomerActivation(
  { customerActivationData }: CustomerActivation,
  today: string,
): CustomerActivationRequest {
  const {
    customerActivationKeyData: key,
    customerActivationMiscellaneousData: miscellaneous,
    ownerCoOwnerActivationData: people,
  } = customerActivationData ?? {}
  const { ownerActivationData: owner, coOwnerActivationData: coOwner } = people ?? {}
  const customerData = {
    customerKeyData: key,
    customerMiscellaneousData: miscellaneous,
    ownerCoOwnerData: {
      ownerData: owner && ACTIVATED_OWNER.read(owner),
      coOwnerData: coOwner && ACTIVATED_CO_OWNER.read(coOwner),
    },
  }
  const added = readCustomerAdd({ customerData }, today)
  return {
    ...added,
    blocks: added.blocks.map(({ state, ...others }) => ({ ...others, state: textOf(state).slice(0, STATE_LENGTH) })),
    status: miscellaneous?.status,
    panToken: key?.panToken,
    cutState: added.blocks.some(({ state }) => textOf(state).length > STATE_LENGTH),
  }
}

export const activationOf = (request: CustomerActivationRequest): Activation => ({
  addition: { ...additionOf(request), status: Number(textOf(request.status)) },
  panToken: textOf(request.panToken),
})

const ANSWER = {
  ...ADDED,
  cardNumber: text(19),
  numberCardsActivated: integer(2),
  ...reserved('reservedCode', integer(20)),
  ...reserved('reservedDate', date()),
  ...reserved('reservedAmt', amount()),
} satisfies Shape

export const CustomerActivated = schemaOf(ANSWER)

export const customerActivated = (activated: ActivatedCustomer) =>
  render(ANSWER, {
    ...addedMembers(activated),
    cardNumber: shownCardNumber(activated.local, activated.card),
    numberCardsActivated: 1,
  })
