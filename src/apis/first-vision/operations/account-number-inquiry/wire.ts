import * as z from 'zod'
import { group, judgedInteger, judgedText } from '../../host/members.ts'
import { among, integer, list, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { NO_NUMBER, numberOf, textOf } from '../../host/scalar.ts'
import type { AccountPage, AccountNumberInquiry as Inquiry, RowKey } from './domain.ts'

export const AccountNumberInquiry = z.object({
  organizationNumber: judgedInteger(3).schema,
  customerNumber: judgedText(19).schema,
  functionCode: judgedText(1, ['', ' ', 'N', 'P']).schema.meta({ default: ' ' }),
  startToken: group({
    accountOrganizationNumber: judgedInteger(3).schema,
    accountNumber: judgedText(19).schema,
    associationType: judgedInteger(1).schema,
  }),
})
export type AccountNumberInquiry = z.infer<typeof AccountNumberInquiry>

/** Whose accounts are asked for. */
export const keysOf = ({ organizationNumber, customerNumber }: AccountNumberInquiry) => ({
  organizationNumber: numberOf(organizationNumber),
  customerNumber: textOf(customerNumber),
})

/** What is asked for, of a request that the edits let pass; without N or P a token is ignored. */
export function inquiryOf(body: AccountNumberInquiry): Inquiry {
  const scroll = textOf(body.functionCode)
  const { customerNumber } = keysOf(body)
  if (scroll !== 'N' && scroll !== 'P') return { customerNumber, scroll: '', start: undefined }
  const start = {
    organizationNumber: Number(textOf(body.startToken?.accountOrganizationNumber)),
    accountNumber: textOf(body.startToken?.accountNumber),
    associationType: Number(textOf(body.startToken?.associationType)),
  }
  return { customerNumber, scroll, start }
}

const ANSWER = {
  nextToken: { accountOrganizationNext: integer(3), accountNumberNext: text(19), accountTypeNext: integer(1) },
  prevToken: { accountOrganizationPrev: integer(3), accountNumberPrev: text(19), accountTypePrev: integer(1) },
  more: among(['Y', 'N'], text(1)),
  numberOfOccurrences: integer(2),
  acctTable: list({
    organizationNumber: integer(3),
    accountNumber: text(19),
    associationType: integer(1),
    organizationName: text(40),
    logo: integer(3),
    logoDescription: text(30),
    accountInternalStatus: text(1),
  }),
} satisfies Shape

export const AccountNumbers = schemaOf(ANSWER)

const NO_ROW: RowKey = { organizationNumber: 0, accountNumber: NO_NUMBER, associationType: 0 }

export function accountNumbers({ rows, previous = NO_ROW, next }: AccountPage) {
  const following = next ?? NO_ROW
  return render(ANSWER, {
    accountOrganizationNext: following.organizationNumber,
    accountNumberNext: following.accountNumber,
    accountTypeNext: following.associationType,
    accountOrganizationPrev: previous.organizationNumber,
    accountNumberPrev: previous.accountNumber,
    accountTypePrev: previous.associationType,
    more: next ? 'Y' : 'N',
    numberOfOccurrences: rows.length,
    acctTable: rows.map(({ account, associationType, organization, logo }) => ({
      ...account,
      associationType,
      organizationName: organization.organizationName,
      logoDescription: logo.logoDescription,
    })),
  })
}
