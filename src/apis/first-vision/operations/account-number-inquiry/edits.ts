import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import {
  isFullNumber,
  isNumeric,
  isOneOf,
  isOrganizationOrLogo,
  isWrong,
  isWrongName,
  nameOf,
} from '../../host/scalar.ts'
import { CA } from './problems.ts'
import type { AccountNumberInquiry as Request } from './wire.ts'

/** Whether it names a row: an association of 0 is one, an organization or account of 0 is none. */
const isToken = (token: Request['startToken']): boolean =>
  isOrganizationOrLogo(token?.accountOrganizationNumber) &&
  nameOf(token?.accountNumber) !== undefined &&
  isFullNumber(token?.accountNumber) &&
  isNumeric(token?.associationType, 1)

const EDITS: Edit<Request>[] = [
  edit(CA['06E'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
  edit(CA['07E'], ({ customerNumber }) => nameOf(customerNumber) === undefined || !isFullNumber(customerNumber)),
  edit(CA['08E'], ({ functionCode, startToken }) => isOneOf(functionCode, 'N', 'P') && !isToken(startToken)),
  edit(CA['09E'], ({ functionCode }) => isWrong(functionCode, (value) => isOneOf(value, 'N', 'P'))),
]

/** The first stage for the account number inquiry; no setting has a say in it. */
export const judgeAccountNumberInquiry = (request: Request): void => judge(failing(EDITS, request, undefined))
