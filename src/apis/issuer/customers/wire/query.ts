import * as z from 'zod'
import { DateText } from '../../addresses/wire/address.ts'
import { Filter, Flag, OptionalText, optional } from '../../platform/parameters.ts'

const MOST = 2 ** 31 - 1

/** A whole number of the query; the contract sets no bounds, so this adds none to its schema. */
function Whole(from: number, otherwise: number) {
  const message = `use a whole number from ${from} to ${MOST}`
  return optional(
    z.preprocess(
      (text) => (typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : text),
      z
        .number(message)
        .refine((value) => value >= from && value <= MOST, message)
        .meta({ type: 'integer', format: 'int32', default: otherwise }),
    ),
  )
}

/** How many customers a page has where nothing is said. */
export const PAGE_SIZE = 100

/** Repeated, or separated by commas: the contract's two forms differ (contract 5 Paging). */
const Names = z
  .preprocess((value) => {
    const names = [value ?? []].flat().flatMap((text) => String(text).split(','))
    return names.map((name) => name.trim()).filter((name) => name !== '')
  }, z.array(z.string()))
  .optional()

/** What customers are looked for by, and which page of those found is wanted (contract 2 #41). */
export const CustomerQuery = z.object({
  filter: Filter,
  lastName: OptionalText,
  firstName: OptionalText,
  phoneticSearch: Flag(false),
  phoneticAlgorithm: Names,
  birthDate: optional(DateText),
  'postalAddress.postCode': OptionalText,
  'postalAddress.townName': OptionalText,
  'postalAddress.streetName': OptionalText,
  'postalAddress.buildingNumber': OptionalText,
  'emailAddress.email': OptionalText,
  'phone.localPhoneNumber': OptionalText,
  partialSearch: Flag(false),
  courtesyTitle: OptionalText,
  secondFirstName: OptionalText,
  partnerExternalReference: OptionalText,
  /** Unlike the other two, empty is no answer: a customer may be neither (contract 7.2). */
  employee: optional(Flag()),
  page: Whole(0, 0),
  offset: Whole(1, PAGE_SIZE),
})
export type CustomerQuery = z.output<typeof CustomerQuery>
