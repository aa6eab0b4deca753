import * as z from 'zod'
import { isTestCardPrefix, TEST_CARD_PREFIXES } from '../../../kernel/masking/card-numbers.ts'
import { numberRange, WrittenRange } from './number-range.ts'
import { LogoNumber, YesNo } from './record-fields.ts'

/** A product of an organization, as a scenario configures it (contract 2.3). */
export const WrittenLogo = z.strictObject({
  logo: LogoNumber,
  logoDescription: z.string().max(30).default(''),
  product: z.enum(['credit', 'debit', 'prepaid', 'wallet']).default('credit'),
  /** 0 not commercial, 1 corporate, 2 purchasing, 3 HCS: which relationships its accounts may be under. */
  commercialCardFlag: z.int().min(0).max(3).default(0),
  /** `I`: hands out account and card numbers by itself; blank: does not. */
  automaticNumberGenerationIndicator: z.enum(['I', '']).default('I'),
  accountNumberRange: WrittenRange,
  billingNumberIndicator: YesNo.default('Y'),
  billingNumberRange: WrittenRange,
  controlNumberRange: WrittenRange,
  /** What its card numbers begin with. */
  cardNumberPrefix: z
    .string()
    .regex(/^\d{6,14}$/, 'six to fourteen digits')
    .refine(isTestCardPrefix, `must begin with a test range: ${TEST_CARD_PREFIXES.join(', ')}`)
    .default('400000'),
})

export const writtenLogo = (written: z.infer<typeof WrittenLogo>, organizationNumber: number) => ({
  ...written,
  accountNumberRange: numberRange(written.accountNumberRange, 'account', organizationNumber, written.logo),
  billingNumberRange: numberRange(written.billingNumberRange, 'billAccount', organizationNumber, written.logo),
  controlNumberRange: numberRange(written.controlNumberRange, 'controlAccount', organizationNumber, written.logo),
})

export type Logo = ReturnType<typeof writtenLogo>
