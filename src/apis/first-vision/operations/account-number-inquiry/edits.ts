import { type Edits, edit, fits, names } from '../../host/edits.ts'
import { isFullNumber, isNumeric, isOneOf, isOrganizationOrLogo, nameOf, oneOf } from '../../host/scalar.ts'
import { CA } from './problems.ts'
import type { AccountNumberInquiry as Request } from './wire.ts'

/** Whether it names a row: an association of 0 is one, an organization or account of 0 is none. */
const isToken = (token: Request['startToken']): boolean =>
  isOrganizationOrLogo(token?.accountOrganizationNumber) &&
  nameOf(token?.accountNumber) !== undefined &&
  isFullNumber(token?.accountNumber) &&
  isNumeric(token?.associationType, 1)

export const ACCOUNT_NUMBER_EDITS: Edits<Request> = [
  names(CA['06E'], 'organizationNumber', isOrganizationOrLogo),
  edit(CA['07E'], ({ customerNumber }) => nameOf(customerNumber) === undefined || !isFullNumber(customerNumber)),
  edit(CA['08E'], ({ functionCode, startToken }) => isOneOf(functionCode, 'N', 'P') && !isToken(startToken)),
  fits(CA['09E'], 'functionCode', oneOf('N', 'P')),
]
