import { passesLuhn } from '../../../../kernel/masking/luhn.ts'
import type { Place } from '../../domain/place.ts'
import { type Edits, edit, fits, ofEach, settingEdit } from '../../host/edits.ts'
import { digits, isFullNumber, isOrganizationOrLogo, nameOf, oneOf, textOf } from '../../host/scalar.ts'
import { isRangeNumeric } from '../../records/number-range.ts'
import type { Organization } from '../../records/organizations.ts'
import { NA_FIELDS } from './field-problems.ts'
import { NA_KEYS as NA } from './key-problems.ts'
import { ADDED_EDITS, OWNER_EDITS } from './owner-edits.ts'
import type { CustomerAddRequest as Request } from './wire.ts'

const hasOrganization = ({ organizationNumber }: Request) => nameOf(organizationNumber) !== undefined
const isMalformed = ({ customerNumber }: Request) => customerNumber !== undefined && !isFullNumber(customerNumber)
const isDual = ({ dualFlag }: Request) => textOf(dualFlag) === '1'

const peopleOf = ({ blocks, today }: Request) => blocks.map((owner) => ({ owner, today }))

const canNumberCustomers = (organization: Organization): boolean =>
  organization.automaticNumberGenerationIndicator === 'I' && isRangeNumeric(organization.customerNumberRange)

const failsCheck = ({ customerNumber }: Request, organization: Organization | undefined): boolean =>
  organization?.customerNumberModCheck === 'Y' && isFullNumber(customerNumber) && !passesLuhn(textOf(customerNumber))

/** What every way to add a customer is judged by. */
export const ADDITION_EDITS: Edits<Request, Place> = [
  fits(NA['04S'], 'coOwnerIndicator', oneOf('1', '2')),
  fits(NA['06S'], 'dualFlag', oneOf('0', '1')),
  edit(NA['09S'], (request) => !hasOrganization(request) && !request.accountNumber && !request.customerNumber),
  settingEdit(NA['10S'], (request, { organization }) => {
    return isDual(request) && organization.dualCurrencyOrganizationNumber === 0
  }),
  settingEdit(NA['11S'], ({ customerNumber }, { organization }) => {
    return customerNumber === undefined && !canNumberCustomers(organization)
  }),
  edit(NA['18S'], (request) => !hasOrganization(request) && isMalformed(request)),
  edit(NA['19S'], (request) => hasOrganization(request) && !isOrganizationOrLogo(request.organizationNumber)),
  edit(NA['23S'], (request) => hasOrganization(request) && isMalformed(request)),
  fits(NA_FIELDS['28S'], 'vipStatus', oneOf('0', '1')),
  fits(NA_FIELDS['29S'], 'sicCode', digits(6)),
  settingEdit(NA['51S'], (request, { partner }) => isDual(request) && failsCheck(request, partner)),
  settingEdit(NA['56S'], (request, { organization }) => failsCheck(request, organization)),
  ofEach(peopleOf, OWNER_EDITS),
]

/** What Customer Add is judged by. */
export const CUSTOMER_ADD_EDITS: Edits<Request, Place> = [...ADDITION_EDITS, ofEach(peopleOf, ADDED_EDITS)]
