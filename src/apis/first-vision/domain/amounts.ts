import type { Account } from '../records/accounts.ts'

/** No currency has more decimals; any further ones are rounding errors of a sum. */
const DECIMALS = 3

export const sum = (amounts: (number | undefined)[]): number =>
  Number(amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0).toFixed(DECIMALS))

/** What is left to spend: the limit less what is owed and what is authorized. */
export const openToBuy = ({ creditLimit, balance, memoDebitAmount, memoCreditAmount }: Account): number =>
  sum([creditLimit, -balance, -memoDebitAmount, memoCreditAmount])
