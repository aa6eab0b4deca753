import { type Edits, fits, mustName, names } from '../../host/edits.ts'
import { digits, isFullNumber, isOrganizationOrLogo, isTruthValue } from '../../host/scalar.ts'
import { BQ } from './problems.ts'
import type { CardsRequest as Request } from './wire.ts'

export const CARDS_EDITS: Edits<Request> = [
  names(BQ['06E'], 'organizationNumber', isOrganizationOrLogo),
  mustName(BQ['21S'], 'customerNumber'),
  fits(BQ['22S'], 'hasOtherCardHolder', isTruthValue),
  fits(BQ['23S'], 'pageNumber', digits(2)),
  names(BQ['24S'], 'customerNumber', isFullNumber),
]
