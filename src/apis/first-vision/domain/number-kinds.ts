import type { Logo } from '../records/logos.ts'
import type { NumberRange } from '../records/number-range.ts'
import type { Organization } from '../records/organizations.ts'
import type { Reservation } from '../records/reservations.ts'

/** What the generation service hands out (contract 4.5). */
export type Kind = Reservation['kind']

/**
 * Kinds that are numbered from the organization's ranges, and from the logo's; in the order in which they are drawn.
 */
export const ORGANIZATION_KINDS: readonly Kind[] = ['customer', 'relationship']
export const LOGO_KINDS: readonly Kind[] = ['account', 'card', 'billAccount', 'controlAccount']
export const KINDS: readonly Kind[] = [...ORGANIZATION_KINDS, ...LOGO_KINDS]

/** The range that numbers of a kind come from; cards have none, they are drawn at random. */
export function rangeOf(kind: Kind, organization: Organization, logo: Logo | undefined): NumberRange | undefined {
  switch (kind) {
    case 'customer':
      return organization.customerNumberRange
    case 'relationship':
      return organization.relationshipNumberRange
    case 'account':
      return logo?.accountNumberRange
    case 'billAccount':
      return logo?.billingNumberRange
    case 'controlAccount':
      return logo?.controlNumberRange
    case 'card':
      return undefined
  }
}
