import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import {
  isNumeric,
  isOneOf,
  isOrganizationOrLogo,
  isWrong,
  isWrongName,
  NUMBER_LENGTH,
  nameOf,
  textOf,
} from '../../host/scalar.ts'
import { isCardToken } from '../../records/card-numbers.ts'
import type { Organization } from '../../records/organizations.ts'
import { AD } from './problems.ts'
import { periodOf, type AddressRequest as Request } from './wire.ts'

/** A card may come as its token (decision Card numbers). */
const isNumber = (value: Request['accountNumber']): boolean =>
  isNumeric(value, NUMBER_LENGTH) || isCardToken(textOf(value))

const asksForCoOwner = ({ ownerCoOwnerFlag }: Request) => isOneOf(ownerCoOwnerFlag, '2')

const EDITS: Edit<Request>[] = [
  edit(AD['01S'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
  edit(AD['02E'], ({ accountNumber }) => nameOf(accountNumber) === undefined || !isNumber(accountNumber)),
  edit(AD['03E'], ({ ownerCoOwnerFlag }) => isWrong(ownerCoOwnerFlag, (value) => isOneOf(value, '0', '1', '2'))),
  edit(AD['04E'], ({ currentPriorFlag }) => isWrong(currentPriorFlag, (value) => isOneOf(value, 'B', 'C', 'P'))),
  edit(AD['05E'], (request) => asksForCoOwner(request) && periodOf(request) === 'P'),
  edit(AD['16E'], (request) => asksForCoOwner(request) && periodOf(request) === 'B'),
]

const SETTING_EDITS: Edit<Request, Organization>[] = [
  edit(AD['11S'], (request, organization) => {
    return periodOf(request) === 'P' && organization.priorAddressIndicator === 'N'
  }),
]

/** The first stage for the address inquiry; without an organization, as far as the request alone goes. */
export const judgeAddressInquiry = (request: Request, organization: Organization | undefined): void =>
  judge([...failing(EDITS, request, undefined), ...(organization ? failing(SETTING_EDITS, request, organization) : [])])
