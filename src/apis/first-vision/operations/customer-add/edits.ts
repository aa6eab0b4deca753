import { passesLuhn } from '../../../../kernel/luhn.ts'
import type { Problem } from '../../../../kernel/problem.ts'
import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import { isFullNumber, isNumeric, isOneOf, isOrganizationOrLogo, isWrong, nameOf, textOf } from '../../host/scalar.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import type { Organization } from '../../records/organizations.ts'
import { NA_FIELDS } from './field-problems.ts'
import { NA_KEYS as NA } from './key-problems.ts'
import { ADDED_EDITS, OWNER_EDITS, OWNER_SETTING_EDITS } from './owner-edits.ts'
import type { CustomerAddRequest as Request } from './wire.ts'

const hasOrganization = ({ organizationNumber }: Request) => nameOf(organizationNumber) !== undefined
const isMalformed = ({ customerNumber }: Request) => customerNumber !== undefined && !isFullNumber(customerNumber)
const isDual = ({ dualFlag }: Request) => textOf(dualFlag) === '1'

const EDITS: Edit<Request>[] = [
  edit(NA['04S'], ({ coOwnerIndicator }) => isWrong(coOwnerIndicator, (value) => isOneOf(value, '1', '2'))),
  edit(NA['06S'], ({ dualFlag }) => isWrong(dualFlag, (value) => isOneOf(value, '0', '1'))),
  edit(NA['09S'], (request) => !hasOrganization(request) && !request.accountNumber && !request.customerNumber),
  edit(NA['18S'], (request) => !hasOrganization(request) && isMalformed(request)),
  edit(NA['19S'], (request) => hasOrganization(request) && !isOrganizationOrLogo(request.organizationNumber)),
  edit(NA['23S'], (request) => hasOrganization(request) && isMalformed(request)),
  edit(NA_FIELDS['28S'], ({ vipStatus }) => isWrong(vipStatus, (value) => isOneOf(value, '0', '1'))),
  edit(NA_FIELDS['29S'], ({ sicCode }) => isWrong(sicCode, (value) => isNumeric(value, 6))),
]

/** The organization of a request, and its partner where there is one. */
type Settings = { local: Organization; partner: Organization | undefined }

const SETTING_EDITS: Edit<Request, Settings>[] = [
  edit(NA['10S'], (request, { local }) => isDual(request) && local.dualCurrencyOrganizationNumber === 0),
  edit(NA['11S'], ({ customerNumber }, { local }) => customerNumber === undefined && !canNumberCustomers(local)),
  edit(NA['51S'], (request, { partner }) => isDual(request) && failsCheck(request, partner)),
  edit(NA['56S'], (request, { local }) => failsCheck(request, local)),
]

const canNumberCustomers = (organization: Organization): boolean =>
  organization.automaticNumberGenerationIndicator === 'I' && isRangeNumeric(organization.customerNumberRange)

const failsCheck = ({ customerNumber }: Request, organization: Organization | undefined): boolean =>
  organization?.customerNumberModCheck === 'Y' && isFullNumber(customerNumber) && !passesLuhn(textOf(customerNumber))

/** The first stage for Customer Add; without settings, as far as the request alone goes. */
export const judgeCustomerAdd = (request: Request, settings: Settings | undefined, today: string): void =>
  judge([
    ...additionProblems(request, settings, today),
    ...request.blocks.flatMap((owner) => failing(ADDED_EDITS, { owner, today }, undefined)),
  ])

/** What is wrong with any way to add a customer. */
export const additionProblems = (request: Request, settings: Settings | undefined, today: string): Problem[] => [
  ...failing(EDITS, request, undefined),
  ...request.blocks.flatMap((owner) => failing(OWNER_EDITS, { owner, today }, undefined)),
  ...(settings ? failing(SETTING_EDITS, request, settings) : []),
  ...(settings ? request.blocks.flatMap((owner) => failing(OWNER_SETTING_EDITS, owner, settings.local)) : []),
]
