import { date, digitText, type Shape, text } from '../../host/outputs.ts'
import { eachPriorText } from '../../records/prior-addresses.ts'

/** A prior address as the address inquiry shows it (contract 4.3). */
export const PRIOR_ADDRESS = {
  pmDate: date(),
  // Those of one character are codes of a digit: zero where none was given, as the current address shows them.
  ...eachPriorText((most) => (most === 1 ? digitText(most) : text(most))),
  reservedCodes: text(8),
  reservedDates: text(32),
  reservedAmounts: text(68),
} satisfies Shape
