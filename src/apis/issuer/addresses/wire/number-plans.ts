import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'

// In a file of its own, so that the build takes of the library what is used, and it can be loaded late.
export { parsePhoneNumberFromString as parse } from 'libphonenumber-js/min'

/** The calling codes of countries: `49`. */
export const CODES: ReadonlySet<string> = new Set(getCountries().map((country) => getCountryCallingCode(country)))
