import { date, type Shape, text } from '../outputs.ts'
import { eachPriorText } from '../records/prior-addresses.ts'

/** A prior address as the address inquiry shows it (contract 4.3). */
export const PRIOR_ADDRESS = {
  pmDate: date(),
  ...eachPriorText(text),
  reservedCodes: text(8),
  reservedDates: text(32),
  reservedAmounts: text(68),
} satisfies Shape
