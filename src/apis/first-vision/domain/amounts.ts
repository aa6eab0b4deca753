import { type Amount, negative, sum } from '../host/amount.ts'
import type { Account } from '../records/accounts.ts'

/** What is left to spend: the limit less what is owed and what is authorized. */
export const openToBuy = ({ creditLimit, balance, memoDebitAmount, memoCreditAmount }: Account): Amount =>
  sum([creditLimit, negative(balance), negative(memoDebitAmount), memoCreditAmount])
