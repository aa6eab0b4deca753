import { type Edits, edit, fits, names } from '../../host/edits.ts'
import { isOneOf, isOrganizationOrLogo, nameOf, oneOf } from '../../host/scalar.ts'
import { CE } from './problems.ts'
import type { CardsDetailsRequest as Request } from './wire.ts'

export const CARDS_DETAILS_EDITS: Edits<Request> = [
  names(CE['06E'], 'organizationNumber', isOrganizationOrLogo),
  edit(CE['08E'], ({ functionCode, startOrganization, startAccount }) => {
    const isStartGiven = nameOf(startOrganization) !== undefined && nameOf(startAccount) !== undefined
    return isOneOf(functionCode, 'N', 'P') && !isStartGiven
  }),
  fits(CE['09E'], 'functionCode', oneOf('N', 'P')),
]
