import type { Problem } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { numberOf, type Scalar, textOf } from '../host/scalar.ts'
import { customers } from '../records/customers.ts'
import { navigate } from './navigation.ts'
import { type PlaceRefusals, placeOf, type SoughtPlace, seekPlace } from './place.ts'

/** A customer, account or card number, and in which organization of a dual pair its record is meant. */
export type NumberedSide = {
  /** Not given: derived from the number. */
  organizationNumber: number | undefined
  number: string
  /** Whether it is a customer's number; an account's or a card's otherwise. */
  isCustomerNumber: boolean
  foreign: boolean
}

/** The members that say so in a request. */
type SentSide = { organizationNumber?: Scalar; numberType?: Scalar; foreignUseIndicator?: Scalar }

export const numberedSide = (sent: SentSide, number: Scalar): NumberedSide => ({
  organizationNumber: numberOf(sent.organizationNumber),
  number: textOf(number),
  isCustomerNumber: textOf(sent.numberType) === '1',
  foreign: textOf(sent.foreignUseIndicator) === '1',
})

/** The organization given, or the one that the number leads to; its partner where the foreign side is wanted. */
export function seekSide(
  workspace: Workspace,
  numbered: NumberedSide,
  refusals: PlaceRefusals & { partner: Problem },
): SoughtPlace {
  const sought = seekPlace(workspace, { organizationNumber: organizationNumberOf(workspace, numbered) }, refusals)
  if (!numbered.foreign || !sought.place) return sought
  const { partner } = sought.place
  return partner ? { place: placeOf(workspace, partner) } : { refusal: refusals.partner }
}

function organizationNumberOf(workspace: Workspace, numbered: NumberedSide): number | undefined {
  const { organizationNumber, number, isCustomerNumber } = numbered
  if (organizationNumber !== undefined) return organizationNumber
  return isCustomerNumber
    ? customers(workspace).one('number', number)?.organizationNumber
    : navigate(workspace, number)?.organizationNumber
}
