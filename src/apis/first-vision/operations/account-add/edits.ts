import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import {
  digits,
  type Fits,
  isNumeric,
  isOrganizationOrLogo,
  isWrong,
  isWrongName,
  nameOf,
  oneOf,
  textOf,
} from '../../host/scalar.ts'
import type { Logo } from '../../records/logos.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import { AA } from './problems.ts'
import type { AccountInput as Request } from './wire.ts'

const fits = (problem: Edit<Request>['problem'], member: keyof Request, test: Fits) =>
  edit<Request>(problem, (request) => isWrong(request[member], test))

const lacks = (request: Request, ...members: (keyof Request)[]) =>
  members.every((member) => nameOf(request[member]) === undefined)

const EDITS: Edit<Request>[] = [
  edit(AA['02S'], ({ organization }) => isWrongName(organization, isOrganizationOrLogo)),
  edit(AA['03S'], (request) => lacks(request, 'organization', 'accountNumber')),
  edit(AA['04S'], ({ logo }) => isWrongName(logo, isOrganizationOrLogo)),
  edit(AA['05S'], (request) => lacks(request, 'logo', 'accountNumber')),
  fits(AA['17E'], 'primaryAccount', oneOf('P')),
  fits(AA['18E'], 'creditLimit', digits(17)),
  edit(AA['19E'], (request) => lacks(request, 'customerNumber')),
  fits(AA['22E'], 'billingLevel', oneOf('0', '1')),
  fits(AA['23E'], 'dualBillingFlag', oneOf('0', '1')),
  fits(AA['29E'], 'cardNumberingScheme', oneOf('0', '1', '2', '3')),
  fits(AA['31E'], 'billingCycle', (value) => isNumeric(value, 2) && Number(textOf(value)) <= 31),
]

const SETTING_EDITS: Edit<Request, Logo>[] = [
  edit(AA['4VS'], (request, { automaticNumberGenerationIndicator: automatic, accountNumberRange: range }) => {
    return lacks(request, 'accountNumber') && (automatic === '' || !isRangeNumeric(range))
  }),
]

/** The first stage for the account add; without its logo, as far as the request alone goes. */
export const judgeAccountAdd = (request: Request, logo: Logo | undefined): void =>
  judge([...failing(EDITS, request, undefined), ...(logo ? failing(SETTING_EDITS, request, logo) : [])])
