import * as z from 'zod'
import { openToBuy } from '../../domain/amounts.ts'
import { type Amount, sum } from '../../host/amount.ts'
import { judgedInteger } from '../../host/members.ts'
import { amount, integer, render, type Shape, schemaOf, text } from '../../host/outputs.ts'
import { NUMBER_LENGTH } from '../../host/scalar.ts'
import type { Account } from '../../records/accounts.ts'
import type { RelatedAccounts } from './domain.ts'

/** A host code judges whatever is in the path, so the schema takes any text. */
export const RelationshipPath = z.object({ customerNumber: z.string().meta({ maxLength: NUMBER_LENGTH }) })

export const RelationshipQuery = z.object({ organizationNumber: judgedInteger(3).schema })

const ANSWER = {
  currencyNumberOfDecimal: integer(1),
  organizationNumber: integer(3),
  relationshipCustomerNumber: text(19),
  creditLimit: amount(),
  totalCreditLimit: amount(),
  accountsInPesosOrganization: integer(5),
  sumOfOpenToBuyForAccounts: amount(),
  sumOfCurrentBalancesForPesosAccounts: amount(),
  sumDebitsForPesosAccounts: amount(),
  sumCreditsForPesosAccounts: amount(),
  totalAmountForPesosAccounts: amount(),
  cashAmountForPesosAccounts: amount(),
  sumCashAuthorizationsForPesosAccounts: amount(),
  totalAmountOfCashPlansForPesosAccounts: amount(),
  sumOfCurrentBalancesForDollarsAccounts: amount(),
  totalAmountOfDisputedItemsForDollarAccounts: amount(),
  cashAmountForDollarsAccounts: amount(),
  totalAmountOfCashPlansForDollarAccounts: amount(),
  exchangeRate: amount(25),
} satisfies Shape

export const RelationshipTotals = schemaOf(ANSWER)

/**
 * Totals over the relationships. Host field names tell what is meant where the documented ones do not: the pesos total
 * is of disputed items, those of cash plans are of disputed cash (contract 5.1).
 */
export function relationshipTotals({ organization, customerNumber, relationships, local, foreign }: RelatedAccounts) {
  const all = (accounts: Account[], of: (account: Account) => Amount | undefined) => sum(accounts.map(of))
  return render(ANSWER, {
    ...organization,
    relationshipCustomerNumber: customerNumber,
    creditLimit: sum(relationships.map(({ creditLimit }) => creditLimit)),
    totalCreditLimit: all(local, ({ creditLimit }) => creditLimit),
    accountsInPesosOrganization: local.length,
    sumOfOpenToBuyForAccounts: all(local, openToBuy),
    sumOfCurrentBalancesForPesosAccounts: all(local, ({ balance }) => balance),
    sumDebitsForPesosAccounts: all(local, ({ memoDebitAmount }) => memoDebitAmount),
    sumCreditsForPesosAccounts: all(local, ({ memoCreditAmount }) => memoCreditAmount),
    totalAmountForPesosAccounts: all(local, ({ disputedAmount }) => disputedAmount),
    cashAmountForPesosAccounts: all(local, ({ cashBalance }) => cashBalance),
    sumCashAuthorizationsForPesosAccounts: all(local, ({ cashAuthorizations }) => cashAuthorizations),
    totalAmountOfCashPlansForPesosAccounts: all(local, ({ disputedCashAmount }) => disputedCashAmount),
    sumOfCurrentBalancesForDollarsAccounts: all(foreign, ({ balance }) => balance),
    totalAmountOfDisputedItemsForDollarAccounts: all(foreign, ({ disputedAmount }) => disputedAmount),
    cashAmountForDollarsAccounts: all(foreign, ({ cashBalance }) => cashBalance),
    totalAmountOfCashPlansForDollarAccounts: all(foreign, ({ disputedCashAmount }) => disputedCashAmount),
  })
}
