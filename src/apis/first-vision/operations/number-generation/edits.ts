import { KINDS, type Kind, LOGO_KINDS, ORGANIZATION_KINDS, rangeOf } from '../../domain/number-kinds.ts'
import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import { isNumeric, isOneOf, isOrganizationOrLogo, isWrong, nameOf, type Scalar, textOf } from '../../host/scalar.ts'
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
const count = (kind: Kind, problem: Edit<Request>['problem']) =>
  edit<Request>(problem, (request) => isWrong(request[COUNTS[kind]], isCount))
/** Whether numbers of a kind are asked for, in however wrong a way. */
const asks = (request: Request, kind: Kind) => nameOf(request[COUNTS[kind]]) !== undefined
const asksAny = (request: Request, kinds: readonly Kind[]) => kinds.some((kind) => asks(request, kind))

const named = (value: Scalar) => nameOf(value) !== undefined

const EDITS: Edit<Request>[] = [
  edit(NG['05S'], ({ organizationNumber: number }) => named(number) && !isOrganizationOrLogo(number)),
  edit(
    NG['06S'],
    (request) => named(request.logo) && !isOrganizationOrLogo(request.logo) && asksAny(request, LOGO_KINDS),
  ),
  count('customer', NG['21E']),
  count('relationship', NG['22E']),
  count('account', NG['23E']),
  count('billAccount', NG['24E']),
  count('controlAccount', NG['25E']),
  count('card', NG['26E']),
  edit(NG['29E'], ({ dualIndicator }) => isWrong(dualIndicator, (value) => isOneOf(value, '0', '1'))),
]

type Settings = { organization: Organization; logo: Logo | undefined }

const isDual = ({ dualIndicator }: Request) => textOf(dualIndicator) === '1'
const isOff = (owner: Organization | Logo | undefined) => owner?.automaticNumberGenerationIndicator === ''

const SETTING_EDITS: Edit<Request, Settings>[] = [
  edit(NG['04S'], (request, { organization, logo }) =>
    KINDS.some((kind) => {
      const range = rangeOf(kind, organization, logo)
      return asks(request, kind) && range && !isRangeNumeric(range)
    }),
  ),
  edit(NG['07S'], (request, { organization }) => isOff(organization) && asksAny(request, ORGANIZATION_KINDS)),
  edit(NG['10S'], (request, { logo }) => isOff(logo) && asksAny(request, ['account', 'card'])),
  edit(NG['12S'], (request, { logo }) => logo?.billingNumberIndicator === 'N' && asks(request, 'billAccount')),
  edit(
    NG['14S'],
    (request, { organization }) =>
      organization.billingAndControlNumberIndicator === 'N' && asksAny(request, ['billAccount', 'controlAccount']),
  ),
  edit(NG['15S'], (request, { organization }) => isDual(request) && organization.currencyIndicator === 'S'),
  edit(
    NG['27E'],
    (request, { organization }) =>
      isDual(request) && organization.currencyIndicator === 'D' && organization.dualCurrencyOrganizationNumber === 0,
  ),
]

/** The first stage for the generation; without settings, as far as the request alone goes. */
export const judgeGeneration = (request: Request, settings: Settings | undefined): void =>
  judge([...failing(EDITS, request, undefined), ...(settings ? failing(SETTING_EDITS, request, settings) : [])])
