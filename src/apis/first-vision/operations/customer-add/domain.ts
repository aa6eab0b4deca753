import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Problem } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { findAccount } from '../../domain/navigation.ts'
import { always, drawNumber } from '../../domain/numbering.ts'
import { customerHolder } from '../../domain/organizations.ts'
import { type Place, type SoughtPlace, seekPlace } from '../../domain/place.ts'
import { refuseTaken, takenBy } from '../../domain/taken-numbers.ts'
import type { Owner } from '../../person/members.ts'
import { accounts } from '../../records/accounts.ts'
import { type Customer, customers } from '../../records/customers.ts'
import type { Organization } from '../../records/organizations.ts'
import { recordId } from '../../records/record-fields.ts'
import { NA_KEYS as NA, NA_TAKEN } from './key-problems.ts'

export type CustomerAddition = {
  organizationNumber: number | undefined
  customerNumber: string | undefined
  accountNumber: string | undefined
  dual: boolean
  /** 0 unless given. */
  status?: number
  vipStatus: number
  sicCode: number
  ownerData: Owner
  coOwnerData: Owner | undefined
}

type Keys = Pick<CustomerAddition, 'organizationNumber' | 'customerNumber' | 'accountNumber'>

/** Where a customer is kept: in one organization, or in two that are dual. */
type Sides = {
  local: Organization
  holder: Organization
  partner: Organization | undefined
  partnerHolder: Organization | undefined
}

export type AddedCustomer = Pick<Sides, 'local' | 'partner' | 'partnerHolder'> & {
  customer: Customer
  accountNumber: string | undefined
}

/** The refusals where the organization is given, and those where another number led to it (contract 4.4). */
const GIVEN = {
  organization: NA['53S'],
  holder: NA['20S'],
  partner: NA['21S'],
  partnerHolder: NA['22S'],
  exists: NA['24S'],
  existsAbroad: NA['25S'],
}
const DERIVED: Record<keyof typeof GIVEN, Problem> = {
  organization: NA['14S'],
  holder: NA['16S'],
  partner: NA['15S'],
  partnerHolder: NA['17S'],
  exists: NA['12S'],
  existsAbroad: NA['13S'],
}

const refusalsOf = ({ organizationNumber }: Keys) => (organizationNumber === undefined ? DERIVED : GIVEN)

/** The organization given, or the one that the account or else the customer leads to (contract 8 #10). */
export function seekAdditionPlace(workspace: Workspace, keys: Keys): SoughtPlace {
  const organizationNumber = keys.organizationNumber ?? derivedNumber(workspace, keys)
  const { organization } = refusalsOf(keys)
  return seekPlace(workspace, { organizationNumber }, { undetermined: NA['52S'], organization })
}

function derivedNumber(workspace: Workspace, { accountNumber, customerNumber }: Keys): number | undefined {
  const account = accountNumber && accounts(workspace).one('number', accountNumber)
  const customer = customerNumber && customers(workspace).one('number', customerNumber)
  return (account || customer || undefined)?.organizationNumber
}

/** Whose an account that is given must be if it is on file: the customer's own, or nobody's yet. */
type AccountOf = 'customer' | 'pre-issued'

/** What else has the number that is chosen for a customer. */
const ELSEWHERE = { local: NA_TAKEN['26S'], abroad: NA_TAKEN['27S'] }
const TAKEN = {
  account: ELSEWHERE,
  relationship: { local: NA['26S'], abroad: NA['27S'] },
  card: ELSEWHERE,
}

/** Puts a new customer on file, on both sides where it is dual. It never overwrites one (contract 8 #9 to #11). */
export function addCustomer(
  workspace: Workspace,
  place: Place,
  addition: CustomerAddition,
  accountOf: AccountOf = 'customer',
): AddedCustomer {
  const refusals = refusalsOf(addition)
  const sides = sidesOf(workspace, place, addition, refusals)
  const { local, holder, partner, partnerHolder } = sides
  const { customerNumber: given, accountNumber } = addition
  const taken = given === undefined ? undefined : takenBy(workspace, given, local, 'customer')
  refuseTaken(workspace, taken, { customer: { local: refusals.exists, abroad: refusals.existsAbroad } })
  checkAccount(workspace, addition, local, accountOf)
  refuseTaken(workspace, taken, TAKEN)
  const customerNumber = given ?? drawNumber(workspace, 'customer', { organization: local, partner }, always(NA['11S']))
  const customer = keep(workspace, holder, customerNumber, addition)
  if (partnerHolder && partnerHolder !== holder) keep(workspace, partnerHolder, customerNumber, addition)
  return { customer, accountNumber, local, partner, partnerHolder }
}

function sidesOf(workspace: Workspace, place: Place, { dual }: CustomerAddition, refusals: typeof DERIVED): Sides {
  const local = place.organization
  const holder = demand(workspace, place.holder, refusals.holder)
  if (!dual) return { local, holder, partner: undefined, partnerHolder: undefined }
  const partner = demand(workspace, place.partner, refusals.partner)
  const partnerHolder = demand(workspace, customerHolder(workspace, partner), refusals.partnerHolder)
  return { local, holder, partner, partnerHolder }
}

/**
 * An account need not be on file yet; one that is must not contradict organization and customer: NA07S and NA08S tell
 * (contract 4.4).
 */
function checkAccount(
  workspace: Workspace,
  { organizationNumber, customerNumber, accountNumber }: CustomerAddition,
  local: Organization,
  accountOf: AccountOf,
): void {
  if (accountNumber === undefined || organizationNumber === undefined) return
  const account = findAccount(workspace, local.organizationNumber, accountNumber)
  const isElsewhere = !account && accounts(workspace).one('number', accountNumber) !== undefined
  const isAnothers = accountOf === 'customer' && account?.customerNumber !== customerNumber
  if (customerNumber === undefined) {
    refuseIf(workspace, isElsewhere, NA['07S'])
  } else refuseIf(workspace, isElsewhere || (account && isAnothers), NA['08S'])
}

function keep(workspace: Workspace, side: Organization, customerNumber: string, addition: CustomerAddition): Customer {
  const { dual, status = 0, vipStatus, sicCode, ownerData, coOwnerData } = addition
  const { organizationNumber } = side
  return customers(workspace).put({
    id: recordId(organizationNumber, customerNumber),
    organizationNumber,
    customerNumber,
    status,
    source: 'S',
    vipStatus,
    sicCode,
    dualFlag: dual ? '1' : '0',
    dateLastMaintenance: workspace.clock.day(),
    dateLastAddressChange: null,
    ownerData,
    ...(coOwnerData && { coOwnerData }),
  })
}
