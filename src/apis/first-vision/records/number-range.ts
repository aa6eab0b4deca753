import * as z from 'zod'

/** Numbers that the platform hands out by itself: `lastUsed` plus `incrementBy` is the next, `ending` the last. */
export type NumberRange = { beginning: string; ending: string; lastUsed: string; incrementBy: number }

/**
 * What a range numbers, with the digit that stands for it in the numbers: the first three as in the contract's samples
 * (2.1).
 */
export const NUMBERED = { relationship: 0, customer: 1, account: 2, billAccount: 3, controlAccount: 4 } as const

/** A range as a scenario writes it; a million numbers where it says nothing. */
export const WrittenRange = z
  .strictObject({
    beginning: z.string().max(19),
    ending: z.string().max(19),
    lastUsed: z.string().max(19),
    incrementBy: z.int().min(0),
  })
  .partial()
  .default({})

/**
 * Fills in a range. Its numbers read `000`, organization, logo (001 for those of the organization itself), kind, and nine
 * digits that run, as in `0006000011000000707` (contract 2.1).
 */
export function numberRange(
  written: z.infer<typeof WrittenRange>,
  kind: keyof typeof NUMBERED,
  organizationNumber: number,
  logo = 1,
): NumberRange {
  const prefix = `000${pad(organizationNumber)}${pad(logo)}${NUMBERED[kind]}`
  const { beginning = `${prefix}000000001`, ending = `${prefix}001000000`, incrementBy = 1 } = written
  const before = /^0*[1-9]\d*$/.test(beginning) ? String(BigInt(beginning) - 1n).padStart(19, '0') : beginning
  return { beginning, ending, lastUsed: written.lastUsed ?? before, incrementBy }
}

/** Only such a range can be counted up. */
export const isRangeNumeric = ({ beginning, ending, lastUsed }: NumberRange): boolean =>
  [beginning, ending, lastUsed].every((number) => /^\d+$/.test(number))

const pad = (number: number) => String(number).padStart(3, '0')
