import type { Place } from '../../domain/place.ts'
import { type Edits, edit, fits, mustName, names, settingEdit } from '../../host/edits.ts'
import { digits, isNumeric, isOrganizationOrLogo, nameOf, oneOf, textOf } from '../../host/scalar.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import { AA } from './problems.ts'
import type { AccountInput as Request } from './wire.ts'

const lacks = (request: Request, ...members: (keyof Request)[]) =>
  members.every((member) => nameOf(request[member]) === undefined)

export const ACCOUNT_EDITS: Edits<Request, Place> = [
  names(AA['02S'], 'organization', isOrganizationOrLogo),
  edit(AA['03S'], (request) => lacks(request, 'organization', 'accountNumber')),
  names(AA['04S'], 'logo', isOrganizationOrLogo),
  edit(AA['05S'], (request) => lacks(request, 'logo', 'accountNumber')),
  fits(AA['17E'], 'primaryAccount', oneOf('P')),
  fits(AA['18E'], 'creditLimit', digits(17)),
  mustName(AA['19E'], 'customerNumber'),
  fits(AA['22E'], 'billingLevel', oneOf('0', '1')),
  fits(AA['23E'], 'dualBillingFlag', oneOf('0', '1')),
  fits(AA['29E'], 'cardNumberingScheme', oneOf('0', '1', '2', '3')),
  fits(AA['31E'], 'billingCycle', (value) => isNumeric(value, 2) && Number(textOf(value)) <= 31),
  settingEdit(AA['4VS'], (request, { logo }) => {
    if (!logo || !lacks(request, 'accountNumber')) return false
    return logo.automaticNumberGenerationIndicator === '' || !isRangeNumeric(logo.accountNumberRange)
  }),
]
