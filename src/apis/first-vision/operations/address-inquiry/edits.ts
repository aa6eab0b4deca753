import type { Place } from '../../domain/place.ts'
import { type Edits, edit, fits, names, settingEdit } from '../../host/edits.ts'
import { isNumeric, isOneOf, isOrganizationOrLogo, NUMBER_LENGTH, nameOf, oneOf, textOf } from '../../host/scalar.ts'
import { isCardToken } from '../../records/card-numbers.ts'
import { AD } from './problems.ts'
import { periodOf, type AddressRequest as Request } from './wire.ts'

/** A card may come as its token (decision Card numbers). */
const isNumber = (value: Request['accountNumber']): boolean =>
  isNumeric(value, NUMBER_LENGTH) || isCardToken(textOf(value))

const asksForCoOwner = ({ ownerCoOwnerFlag }: Request) => isOneOf(ownerCoOwnerFlag, '2')

export const ADDRESS_EDITS: Edits<Request, Place> = [
  names(AD['01S'], 'organizationNumber', isOrganizationOrLogo),
  edit(AD['02E'], ({ accountNumber }) => nameOf(accountNumber) === undefined || !isNumber(accountNumber)),
  fits(AD['03E'], 'ownerCoOwnerFlag', oneOf('0', '1', '2')),
  fits(AD['04E'], 'currentPriorFlag', oneOf('B', 'C', 'P')),
  edit(AD['05E'], (request) => asksForCoOwner(request) && periodOf(request) === 'P'),
  settingEdit(AD['11S'], (request, { organization }) => {
    return periodOf(request) === 'P' && organization.priorAddressIndicator === 'N'
  }),
  edit(AD['16E'], (request) => asksForCoOwner(request) && periodOf(request) === 'B'),
]
