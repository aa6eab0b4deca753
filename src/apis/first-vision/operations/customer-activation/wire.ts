import * as z from 'zod'
import { amount as givenAmount, text as givenText, group, judgedInteger, judgedText } from '../../host/members.ts'
import { amount, date, integer, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { type Scalar, textOf } from '../../host/scalar.ts'
import { shownCardNumber } from '../../records/card-numbers.ts'
import {
  ADDED,
  addedMembers,
  additionOf,
  type CustomerAddRequest,
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
      organizationNumber: judgedInteger(3).schema,
      customerNumber: givenText(19).schema,
      accountNumber: givenText(19).schema,
      coOwnerIndicator: judgedInteger(1).schema,
      dualFlag: judgedText(1, ['0', '1']).schema,
      panToken: givenText(19).schema,
      /** Taken and ignored; no source says what it qualifies. */
      globalQualification: z.string().nullish(),
    }),
    customerActivationMiscellaneousData: group({
      vipStatus: judgedInteger(1).schema,
      sicCode: judgedInteger(6).schema,
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
  /** A state of which the record holds the beginning only. */
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
