import { lazy } from '../../../../kernel/lazy.ts'
import type { Version } from '../records.ts'

/** How each country writes its numbers: some drop the leading zero for callers from abroad, some dial it. */
const numberPlans = lazy(() => import('./number-plans.ts'))

const INTERNATIONAL = /^\s*(\+|00)/
const COUNTRY_CODE = /^\s*[+0]*([1-9]\d*)\s*$/

type Phone = NonNullable<Version['phone']>

/** A phone number as it is dialled from anywhere, e.g. `+493023125002`; undefined where no valid number can be told. */
export function internationalNumber({ countryCode = '', localPhoneNumber: local }: Phone): string | undefined {
  const code = COUNTRY_CODE.exec(countryCode)?.[1]
  if (INTERNATIONAL.test(local)) return validated(local.replace(INTERNATIONAL, '+'))
  if (code === undefined) return undefined
  // A code of no country, as that of freephone numbers, has no other form for callers at home.
  return numberPlans().CODES.has(code) ? validated(local, code) : validated(`+${code}${local}`)
}

function validated(text: string, defaultCallingCode?: string): string | undefined {
  const number = numberPlans().parse(text, { ...(defaultCallingCode !== undefined && { defaultCallingCode }) })
  return number?.isValid() ? number.number : undefined
}
