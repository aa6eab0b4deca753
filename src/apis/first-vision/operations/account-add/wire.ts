import * as z from 'zod'
import {
  chosenNumber,
  judgedAmount,
  judgedInteger,
  judgedText,
  keeper,
  type Sent,
  schemasOf,
  text,
} from '../../host/members.ts'
import { integer, render, type Shape, schemaOf, text as shownText } from '../../host/outputs.ts'
import { nameOf } from '../../host/scalar.ts'
import { organizationId } from '../../records/record-fields.ts'
import type { AccountAddition, AddedAccount } from './domain.ts'

/** The members that make an account for a customer simulator (contract 6); the service knows many more. */
const ACCOUNT_MEMBERS = {
  organization: judgedInteger(3),
  logo: judgedInteger(3),
  accountNumber: chosenNumber(),
  customerNumber: judgedText(19),
  alternateCustomerNumber: judgedText(19),
  creditLimit: judgedAmount(17),
  billingCycle: judgedInteger(2),
  billingLevel: judgedInteger(1),
  shortName: text(20),
  relationshipNumber: judgedText(19),
  primaryAccount: judgedText(1, [' ', 'P']),
  cardNumberingScheme: judgedInteger(1),
  dualBillingFlag: judgedInteger(1),
}

export type AccountInput = Sent<typeof ACCOUNT_MEMBERS>

export const AccountAdd = z.object({ accountData: z.looseObject(schemasOf(ACCOUNT_MEMBERS)).nullish() })

const keepAccount = keeper(ACCOUNT_MEMBERS)

/** What is to be added, of a request that the edits let pass. */
export function accountOf(input: AccountInput): AccountAddition {
  const kept = keepAccount(input)
  return {
    organizationNumber: kept.organization || undefined,
    logo: kept.logo || undefined,
    accountNumber: kept.accountNumber,
    customerNumber: String(kept.customerNumber),
    alternateCustomerNumber: nameOf(kept.alternateCustomerNumber),
    relationshipNumber: nameOf(kept.relationshipNumber),
    primaryAccount: kept.primaryAccount === 'P' ? 'P' : '',
    dual: kept.dualBillingFlag === 1,
    shortName: kept.shortName,
    creditLimit: kept.creditLimit,
    billingCycle: kept.billingCycle,
  }
}

const ANSWER = {
  organization: integer(3, 'organizationNumber'),
  foreignOrganization: shownText(3),
  accountNumber: shownText(19),
} satisfies Shape

export const AccountAdded = schemaOf(ANSWER)

export const accountAdded = ({ account, partner }: AddedAccount) =>
  render(ANSWER, { ...account, foreignOrganization: partner && organizationId(partner.organizationNumber) })
