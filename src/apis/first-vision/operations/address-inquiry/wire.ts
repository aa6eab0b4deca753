import * as z from 'zod'
import { judgedInteger, judgedText } from '../../host/members.ts'
import { integer, list, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { isOneOf, NO_NUMBER, NUMBER_LENGTH, numberOf, textOf } from '../../host/scalar.ts'
import { CURRENT_ADDRESS } from './current-address.ts'
import type { InquiredAddress, AddressInquiry as Inquiry } from './domain.ts'
import { PRIOR_ADDRESS } from './prior-address.ts'

/** A host code judges whatever is in the path, so the schema takes any text. */
export const AddressPath = z.object({
  accountNumber: z.string().meta({
    maxLength: NUMBER_LENGTH,
  }),
})

export const AddressQuery = z.object({
  organizationNumber: judgedInteger(3).schema,
  ownerCoOwnerFlag: judgedInteger(1, [0, 1, 2]).schema.meta({
    default: 1,
  }),
  currentPriorFlag: judgedText(1, ['B', 'C', 'P']).schema.meta({
    default: 'B',
  }),
})

export type AddressRequest = z.infer<typeof AddressPath> & z.infer<typeof AddressQuery>

/** Both current and prior unless one is asked for; undefined for an invalid flag. */
export function periodOf({ currentPriorFlag }: AddressRequest): Inquiry['period'] | undefined {
  const flag = textOf(currentPriorFlag) || 'B'
  return flag === 'B' || flag === 'C' || flag === 'P' ? flag : undefined
}

/** What is asked for; also of a request that the edits will not let pass, because they need its organization. */
export const inquiryOf = (request: AddressRequest): Inquiry => ({
  organizationNumber: numberOf(request.organizationNumber),
  number: textOf(request.accountNumber),
  period: periodOf(request) ?? 'B',
})

const ANSWER = {
  organizationNumber: integer(3),
  logo: integer(3),
  accountNumber: text(19),
  customerNumber: text(19),
  relationshipNumber: text(19),
  vipFlag: integer(1, 'vipStatus'),
  customerData: {
    occurrencesForNameAddressField: integer(2),
    nameAddressTable: list(CURRENT_ADDRESS),
    priorMailerData: { priorMailerFieldsOccurrences: integer(2), priorMailer: list(PRIOR_ADDRESS) },
  },
} satisfies Shape

export const Addresses = schemaOf(ANSWER)

/** Owner first, then co-owner, as far as they are asked for; the owner unless said (contract 9 #27). */
export function addresses(request: AddressRequest, inquired: InquiredAddress) {
  const { organization, customer, account, relationshipNumber, prior } = inquired
  const { ownerData, coOwnerData } = customer
  const flag = textOf(request.ownerCoOwnerFlag) || '1'
  const current =
    periodOf(request) === 'P' ? [] : [isOneOf(flag, '0', '1') && ownerData, isOneOf(flag, '0', '2') && coOwnerData]
  const nameAddressTable = current.filter((person) => person)
  return render(ANSWER, {
    ...customer,
    organizationNumber: organization.organizationNumber,
    logo: account?.logo,
    accountNumber: account?.accountNumber ?? NO_NUMBER,
    relationshipNumber,
    occurrencesForNameAddressField: nameAddressTable.length,
    nameAddressTable,
    priorMailerFieldsOccurrences: prior.length,
    priorMailer: prior,
  })
}
