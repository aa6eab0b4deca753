import * as z from 'zod'
import { judgedInteger, judgedText } from '../../host/members.ts'
import { integer, list, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { isOrganizationOrLogo, type Scalar, textOf } from '../../host/scalar.ts'
import type { Generated, GenerationRequest } from './domain.ts'

const count = judgedInteger(2).schema

export const NumberGeneration = z.object({
  organizationNumber: judgedInteger(3).schema,
  customerNumbersRequested: count,
  accountNumbersRequested: count,
  relationshipNumbersRequested: count,
  billAccountNumbersRequested: count,
  controlAccountNumbersRequested: count,
  embosserNumbersRequested: count,
  dualIndicator: judgedText(1, ['0', '1']).schema,
  logo: judgedInteger(3).schema,
})
export type NumberGeneration = z.infer<typeof NumberGeneration>

/**
 * What is asked for, of a request that the edits let pass; a logo that nobody needed may be anything (contract 9 #36).
 */
export function generationOf(body: NumberGeneration): GenerationRequest {
  const counted = (value: Scalar) => Number(textOf(value))
  return {
    organizationNumber: counted(body.organizationNumber),
    logo: isOrganizationOrLogo(body.logo) ? counted(body.logo) : 0,
    dual: textOf(body.dualIndicator) === '1',
    counts: {
      customer: counted(body.customerNumbersRequested),
      relationship: counted(body.relationshipNumbersRequested),
      account: counted(body.accountNumbersRequested),
      card: counted(body.embosserNumbersRequested),
      billAccount: counted(body.billAccountNumbersRequested),
      controlAccount: counted(body.controlAccountNumbersRequested),
    },
  }
}

/**
 * The documented members, then the four kinds that the sources promise without naming a member (contract 9 #34, design
 * 5).
 */
const ANSWER = {
  organizationNumber: integer(3),
  foreignOrganizationNumber: integer(3),
  dualIndicator: integer(1),
  logo: integer(3),
  accountData: list({ sequence: integer(2), accountNumber: text(19) }),
  customerData: list({ sequence: integer(2), customerNumber: text(19) }),
  relationshipData: list({ sequence: integer(2), relationshipNumber: text(19) }),
  embosserData: list({ sequence: integer(2), cardNumber: text(19) }),
  billAccountData: list({ sequence: integer(2), billAccountNumber: text(19) }),
  controlAccountData: list({ sequence: integer(2), controlAccountNumber: text(19) }),
} satisfies Shape

export const GeneratedNumbers = schemaOf(ANSWER)

export function generatedNumbers(request: GenerationRequest, { foreignOrganizationNumber, numbers }: Generated) {
  const numbered = (member: string, all: string[]) =>
    all.map((number, index) => ({ sequence: index + 1, [member]: number }))
  return render(ANSWER, {
    ...request,
    foreignOrganizationNumber,
    dualIndicator: request.dual ? 1 : 0,
    accountData: numbered('accountNumber', numbers.account),
    customerData: numbered('customerNumber', numbers.customer),
    relationshipData: numbered('relationshipNumber', numbers.relationship),
    embosserData: numbered('cardNumber', numbers.card),
    billAccountData: numbered('billAccountNumber', numbers.billAccount),
    controlAccountData: numbered('controlAccountNumber', numbers.controlAccount),
  })
}
