import type { View } from './page.ts'
import type { StoredRecord } from './told.ts'

/** Which members name another record, and of which type it is. */
const ISSUER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    issuerId: 'issuer.issuers',
    customerReference: 'issuer.customers',
    contactReference: 'issuer.contacts',
    addressReference: 'issuer.addresses',
    productReference: 'issuer.products',
    contractReference: 'issuer.contracts',
    cardContractReference: 'issuer.cardContracts',
    accountReference: 'issuer.accounts',
  }),
)

const FIRST_VISION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    organizationNumber: 'first-vision.organizations',
    customerNumber: 'first-vision.customers',
    accountNumber: 'first-vision.accounts',
    relationshipNumber: 'first-vision.relationships',
  }),
)

/** Where the page of a record is. */
export const recordLink = (view: View, type: string, id: string): string => view.link(recordPath(type, id))

export const recordPath = (type: string, id: string): string => `/records/${type}/${encodeURIComponent(id)}`

/** Where the record is that a member names, seen from a record of a type; undefined where it names none. */
export function placeNamed(type: string, record: StoredRecord, member: string, value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const [target, id] = type.startsWith('issuer.')
    ? [ISSUER.get(member), String(value)]
    : [FIRST_VISION.get(member), firstVisionId(record, member, String(value))]
  return target === undefined || id === undefined || (target === type && id === record.id)
    ? undefined
    : recordPath(target, id)
}

/** Numbers count within their organization; one of zeros alone stands for none. */
function firstVisionId({ organizationNumber }: StoredRecord, member: string, value: string): string | undefined {
  if (member === 'organizationNumber') return value.padStart(3, '0')
  return /^0*$/.test(value) ? undefined : `${String(organizationNumber).padStart(3, '0')}-${value}`
}

/** A card's number as it may stand in a screenshot: the first six and the last four of its digits. */
export function maskedCard(number: unknown): string {
  const digits = String(number).replace(/^0+/, '')
  return digits.length < 13 ? digits : `${digits.slice(0, 6)}${'•'.repeat(digits.length - 10)}${digits.slice(-4)}`
}
