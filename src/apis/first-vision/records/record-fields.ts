import * as z from 'zod'
import { NO_NUMBER } from '../host/scalar.ts'

export const YesNo = z.enum(['Y', 'N'])

export const OrganizationNumber = z.int().min(1).max(998)

export const LogoNumber = z.int().min(1).max(998)

/** A customer, account, relationship or card number on record. */
export const FullNumber = z.string().regex(/^\d{19}$/, 'nineteen digits')

/** A number that another record may have, or nineteen zeros. */
export const Reference = FullNumber.default(NO_NUMBER)

export const DateOrNone = z.iso.date().nullable().default(null)

/** Digits as text where a number would not hold them. */
export const SomeAmount = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'digits')])

export const Amount = SomeAmount.default(0)

export const organizationId = (organizationNumber: number): string => String(organizationNumber).padStart(3, '0')

/** How records that hang on an organization are told apart: `998-0000000000000000001`. */
export const recordId = (organizationNumber: number, number: string): string =>
  `${organizationId(organizationNumber)}-${number}`
