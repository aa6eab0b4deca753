import * as z from 'zod'
import { amount as givenAmount, text as givenText, group, judgedInteger, judgedText } from '../../host/members.ts'
import { amount, date, integer, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { isGiven, NO_NUMBER, nameOf, numberOf, type Scalar, textOf } from '../../host/scalar.ts'
import { keepOwner, type Owner, OwnerBlock, type OwnerInput } from '../../person/members.ts'
import type { AddedCustomer, CustomerAddition } from './domain.ts'

const FIVE = [1, 2, 3, 4, 5] as const

/** Five members of the kind that the host keeps in reserve. */
export const reserved = <T>(prefix: string, part: T): Record<string, T> =>
  Object.fromEntries(FIVE.map((number) => [`${prefix}${number}`, part]))

/** Taken and ignored (contract 4.4). */
const ReservedInput = group({
  ...reserved('reservedCode', givenText(20).schema),
  ...reserved('reservedDate', z.string().nullish()),
  ...reserved('reservedAmt', givenAmount(17)),
})

/** What every way to add a customer is sent, besides the people. */
export const KEY_DATA = {
  organizationNumber: judgedInteger(3).schema,
  customerNumber: givenText(19).schema,
  accountNumber: givenText(19).schema,
  coOwnerIndicator: judgedInteger(1).schema,
  dualFlag: judgedText(1, ['0', '1']).schema,
}
export const MISCELLANEOUS_DATA = { vipStatus: judgedInteger(1).schema, sicCode: judgedInteger(6).schema }

export const CustomerAdd = z.object({
  customerData: group({
    customerKeyData: group(KEY_DATA),
    customerMiscellaneousData: group(MISCELLANEOUS_DATA),
    ownerCoOwnerData: group({ ownerData: OwnerBlock.nullish(), coOwnerData: OwnerBlock.nullish() }),
  }),
  resvData: ReservedInput,
})
export type CustomerAdd = z.infer<typeof CustomerAdd>

/** The request with its nesting undone. */
export type CustomerAddRequest = {
  organizationNumber: Scalar
  customerNumber: string | undefined
  accountNumber: string | undefined
  coOwnerIndicator: Scalar
  dualFlag: Scalar
  vipStatus: Scalar
  sicCode: Scalar
  /** The owner's block, and the co-owner's where it counts: sent, under indicator 2 (contract 9 #9, #11). */
  blocks: OwnerInput[]
  /** A co-owner's block under another indicator. */
  ignoredCoOwner: boolean
  /** The day on which it is judged. */
  today: string
}

export function readCustomerAdd({ customerData }: CustomerAdd, today: string): CustomerAddRequest {
  const { customerKeyData: key, customerMiscellaneousData: other, ownerCoOwnerData: people } = customerData ?? {}
  const withCoOwner = textOf(key?.coOwnerIndicator) === '2'
  const coOwner = people?.coOwnerData
  return {
    organizationNumber: key?.organizationNumber,
    customerNumber: nameOf(key?.customerNumber),
    accountNumber: nameOf(key?.accountNumber),
    coOwnerIndicator: key?.coOwnerIndicator,
    dualFlag: key?.dualFlag,
    vipStatus: other?.vipStatus,
    sicCode: other?.sicCode,
    blocks: [people?.ownerData ?? {}, ...(withCoOwner && coOwner ? [coOwner] : [])],
    ignoredCoOwner: !withCoOwner && coOwner !== undefined && coOwner !== null,
    today,
  }
}

/** Where a customer is to be added, and under which number. */
export const keysOf = ({ organizationNumber, customerNumber, accountNumber }: CustomerAddRequest) => ({
  organizationNumber: numberOf(organizationNumber),
  customerNumber,
  accountNumber,
})

/** What is to be added, of a request that the edits let pass. */
export function additionOf(request: CustomerAddRequest): CustomerAddition {
  const { organizationNumber, customerNumber, accountNumber } = keysOf(request)
  const [owner, coOwner] = request.blocks.map(keptBlock)
  return {
    organizationNumber,
    customerNumber,
    accountNumber,
    dual: textOf(request.dualFlag) === '1',
    vipStatus: Number(textOf(request.vipStatus)),
    sicCode: Number(textOf(request.sicCode)),
    ownerData: owner ?? {},
    coOwnerData: coOwner,
  }
}

/** Statements go to the first address unless another is named (contract 9 #10). The block is the request's own to complete. */
function keptBlock(block: OwnerInput): Owner {
  const owner = keepOwner(block)
  if (!isGiven(block.statement2Indicator)) owner.statement2Indicator = '1'
  return owner
}

/** The answer's members, which the activation's begins with. */
export const ADDED = {
  organizationNumber: integer(3),
  organizationAssociatedToForeignAccount: integer(3),
  foreignCustomerOrganization: integer(3),
  accountNumber: text(19),
  customerNumber: text(19),
} satisfies Shape

const ANSWER = {
  ...ADDED,
  ...reserved('reservedCode', integer(20)),
  ...reserved('reservedDate', date()),
  ...reserved('reservedAmount', amount()),
} satisfies Shape

export const CustomerAdded = schemaOf(ANSWER)

export const customerAdded = (added: AddedCustomer) => render(ANSWER, addedMembers(added))

export const addedMembers = ({ customer, accountNumber, partner, partnerHolder }: AddedCustomer) => ({
  organizationNumber: customer.organizationNumber,
  organizationAssociatedToForeignAccount: partner?.organizationNumber,
  foreignCustomerOrganization: partnerHolder?.organizationNumber,
  accountNumber: accountNumber ?? NO_NUMBER,
  customerNumber: customer.customerNumber,
})
