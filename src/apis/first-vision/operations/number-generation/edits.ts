import type { Problem } from '../../../../kernel/problem.ts'
import { KINDS, type Kind, LOGO_KINDS, ORGANIZATION_KINDS, rangeOf } from '../../domain/number-kinds.ts'
import type { Place } from '../../domain/place.ts'
import { type Edits, edit, fits, names, settingEdit } from '../../host/edits.ts'
import { isNumeric, isOrganizationOrLogo, isWrongName, nameOf, oneOf, type Scalar, textOf } from '../../host/scalar.ts'
import type { Logo } from '../../records/logos.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import type { Organization } from '../../records/organizations.ts'
import { NG } from './problems.ts'
import type { NumberGeneration as Request } from './wire.ts'

const COUNTS = {
  customer: 'customerNumbersRequested',
  relationship: 'relationshipNumbersRequested',
  account: 'accountNumbersRequested',
  card: 'embosserNumbersRequested',
  billAccount: 'billAccountNumbersRequested',
  controlAccount: 'controlAccountNumbersRequested',
} as const satisfies Record<Kind, keyof Request>

const isCount = (value: Scalar) => isNumeric(value, 2) && Number(textOf(value)) <= 10
const count = (problem: Problem, kind: Kind) => fits(problem, COUNTS[kind], isCount)

/** Whether numbers of a kind are asked for, even with an invalid count. */
const asks = (request: Request, kind: Kind) => nameOf(request[COUNTS[kind]]) !== undefined
const asksAny = (request: Request, kinds: readonly Kind[]) => kinds.some((kind) => asks(request, kind))

const isDual = ({ dualIndicator }: Request) => textOf(dualIndicator) === '1'
const isOff = (owner: Organization | Logo | undefined) => owner?.automaticNumberGenerationIndicator === ''

export const GENERATION_EDITS: Edits<Request, Place> = [
  settingEdit(NG['04S'], (request, { organization, logo }) =>
    KINDS.some((kind) => {
      const range = rangeOf(kind, organization, logo)
      return asks(request, kind) && range && !isRangeNumeric(range)
    }),
  ),
  names(NG['05S'], 'organizationNumber', isOrganizationOrLogo),
  edit(NG['06S'], (request) => isWrongName(request.logo, isOrganizationOrLogo) && asksAny(request, LOGO_KINDS)),
  settingEdit(NG['07S'], (request, { organization }) => isOff(organization) && asksAny(request, ORGANIZATION_KINDS)),
  settingEdit(NG['10S'], (request, { logo }) => isOff(logo) && asksAny(request, ['account', 'card'])),
  settingEdit(NG['12S'], (request, { logo }) => logo?.billingNumberIndicator === 'N' && asks(request, 'billAccount')),
  settingEdit(NG['14S'], (request, { organization }) => {
    const { billingAndControlNumberIndicator: inUse } = organization
    return inUse === 'N' && asksAny(request, ['billAccount', 'controlAccount'])
  }),
  settingEdit(NG['15S'], (request, { organization }) => isDual(request) && organization.currencyIndicator === 'S'),
  count(NG['21E'], 'customer'),
  count(NG['22E'], 'relationship'),
  count(NG['23E'], 'account'),
  count(NG['24E'], 'billAccount'),
  count(NG['25E'], 'controlAccount'),
  count(NG['26E'], 'card'),
  settingEdit(
    NG['27E'],
    (request, { organization: { currencyIndicator, dualCurrencyOrganizationNumber: partner } }) => {
      return isDual(request) && currencyIndicator === 'D' && partner === 0
    },
  ),
  fits(NG['29E'], 'dualIndicator', oneOf('0', '1')),
]
