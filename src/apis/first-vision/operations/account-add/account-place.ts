import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { type SoughtPlace, seekPlace } from '../../domain/place.ts'
import type { Logo } from '../../records/logos.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import { organizations } from '../../records/organizations.ts'
import { reservations } from '../../records/reservations.ts'
import { AA } from './problems.ts'

/** Where an account belongs: in an organization, and as a product of it. */
type Where = { organizationNumber: number | undefined; logo: number | undefined }

type Keys = Where & { accountNumber: string | undefined }

/** The organization and the logo that an account is to be opened at. */
export const seekAccountPlace = (workspace: Workspace, given: Keys): SoughtPlace =>
  seekPlace(workspace, whereOf(workspace, given), { undetermined: AA['06S'], organization: AA['11S'] })

/**
 * What is given of organization and logo; what is not, as the account's number tells it: it was reserved there, or it is
 * in that logo's range (contract 6: both are required only where no account number is given).
 */
function whereOf(workspace: Workspace, given: Keys): Where {
  const { organizationNumber, logo, accountNumber } = given
  if (accountNumber === undefined || (organizationNumber && logo)) return { organizationNumber, logo }
  const isHere = (place: Where) => organizationNumber === undefined || place.organizationNumber === organizationNumber
  const place =
    reservations(workspace).by('number', accountNumber).find(isHere) ?? placeByRange(workspace, accountNumber, isHere)
  return { organizationNumber: organizationNumber ?? place?.organizationNumber, logo: logo ?? place?.logo }
}

function placeByRange(workspace: Workspace, number: string, isHere: (place: Where) => boolean): Where | undefined {
  for (const { organizationNumber, logos } of organizations(workspace).all()) {
    const owner = logos.find((logo) => isInRange(logo, number))
    const place = { organizationNumber, logo: owner?.logo }
    if (owner && isHere(place)) return place
  }
  return undefined
}

const isInRange = ({ accountNumberRange: range }: Logo, number: string): boolean =>
  isRangeNumeric(range) && BigInt(range.beginning) <= BigInt(number) && BigInt(number) <= BigInt(range.ending)
