import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import type { Organization } from '../records/organizations.ts'

const names: Readonly<Record<string, string | string[]>> = english.countries

/** English names by ISO 3166-1 alpha-3 code. */
const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  codes.map(([alpha2, alpha3]) => [alpha3, [names[alpha2 as string]].flat()[0]]),
)

/** Whether a country is known to an organization's installation (contract 8 #16). */
export const isKnownCountry = ({ countryTable }: Organization, code: string): boolean =>
  Array.isArray(countryTable) ? countryTable.includes(code) : Object.hasOwn(COUNTRIES, code)

/** The name in the country table, as long as an answer has room for. */
export const countryName = (code: string): string => (COUNTRIES[code] ?? '').slice(0, 40)

const ALPHA_3: Readonly<Record<string, string>> = Object.fromEntries(codes)

/** The alpha-3 code for an alpha-2 code. */
export const alpha3Of = (alpha2: string): string => ALPHA_3[alpha2] ?? ''
