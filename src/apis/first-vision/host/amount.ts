import * as z from 'zod'
import { ExactNumber, numberOf, plainDigits } from '../../../kernel/text/exact-number.ts'

/** How a number is documented that may keep its digits: as any other. */
export function asNumber(more: object = {}) {
  return {
    override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
      delete jsonSchema.anyOf
      Object.assign(jsonSchema, { type: 'number', ...more })
    },
  }
}

/** Numbers that keep their digits, as schemas see them. */
export const Exact = z.instanceof(ExactNumber).meta(asNumber())

/** An amount on record: a number, or its digits as text where a number would not hold them. */
export type Amount = number | string

/** An amount by its digits, as a request has them. */
export function amountOf(digits: string): Amount {
  const number = numberOf(digits)
  return number instanceof ExactNumber ? String(number) : number
}

/** An amount as JSON has it: a number, digit for digit. */
export const shownAmount = (amount: Amount): number | ExactNumber =>
  typeof amount === 'string' ? numberOf(amount) : amount

/** No currency has more decimals; further ones come from adding up. */
const DECIMALS = 3
const UNIT = 10 ** DECIMALS

/** Adds up, exactly also where a number would not hold the sum. */
export function sum(amounts: (Amount | undefined)[]): Amount {
  let total = 0
  for (const amount of amounts) {
    if (typeof amount === 'string') return exactSum(amounts)
    total += amount ?? 0
  }
  return Math.abs(total) * UNIT < Number.MAX_SAFE_INTEGER ? Number(total.toFixed(DECIMALS)) : exactSum(amounts)
}

export const negative = (amount: Amount): Amount =>
  typeof amount === 'number' ? -amount : amount.startsWith('-') ? amount.slice(1) : `-${amount}`

export const isAbove = (one: Amount, other: Amount): boolean => units(one) > units(other)

function exactSum(amounts: (Amount | undefined)[]): Amount {
  const total = amounts.reduce<bigint>((sum, amount) => sum + units(amount ?? 0), 0n)
  const digits = String(total < 0n ? -total : total).padStart(DECIMALS + 1, '0')
  return amountOf(`${total < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`)
}

function units(amount: Amount): bigint {
  const [whole = '', fraction = ''] = plainDigits(String(amount)).split('.')
  return BigInt(whole + fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'))
}
