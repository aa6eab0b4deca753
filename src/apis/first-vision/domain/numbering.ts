import { passesLuhn } from '../../../kernel/luhn.ts'
import { type Problem, refuse } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspace.ts'
import { NUMBER_LENGTH } from '../host/scalar.ts'
import { accounts } from '../records/accounts.ts'
import { customers } from '../records/customers.ts'
import type { Logo } from '../records/logos.ts'
import type { NumberRange } from '../records/number-range.ts'
import type { Organization } from '../records/organizations.ts'
import { organizationId, recordId } from '../records/record-fields.ts'
import { relationships } from '../records/relationships.ts'
import { reservations } from '../records/reservations.ts'
import { takeCardNumber } from './card-drawing.ts'
import { type Kind, ORGANIZATION_KINDS, rangeOf } from './number-kinds.ts'
import { numberingSpace } from './organizations.ts'

/** Draws that may hit a number in use before the platform gives up. */
const MOST_ATTEMPTS = 1000

/** Where a number is to be used: with the partner too where it is dual; `logo` where the range is the logo's. */
export type NumberedFor = { organization: Organization; partner?: Organization | undefined; logo?: Logo | undefined }

/** Why no number can be drawn. */
export type DrawFailure = 'exhausted' | 'collisions' | 'foreignCheckDigit'

/** The next number of a kind: cards at random, the others counted up over those in use. */
export function drawNumber(
  workspace: Workspace,
  kind: Kind,
  sides: NumberedFor,
  refusalOf: (failure: DrawFailure) => Problem,
): string {
  const range = rangeOf(kind, sides.organization, sides.logo)
  if (range) return takeNumber(workspace, kind, range, sides, refusalOf)
  return takeCardNumber(workspace, sides.logo as Logo, MOST_ATTEMPTS) ?? refuse(refusalOf('collisions'))
}

function takeNumber(
  workspace: Workspace,
  kind: Kind,
  range: NumberRange,
  sides: NumberedFor,
  refusalOf: (failure: DrawFailure) => Problem,
): string {
  const { organization, partner } = sides
  const isOrganizations = ORGANIZATION_KINDS.includes(kind)
  const check = isOrganizations ? 'customerNumberModCheck' : 'absModCheck'
  const giver = [organizationId(organization.organizationNumber), ...(isOrganizations ? [] : [sides.logo?.logo])]
  const counter = `first-vision.${kind}.${giver.join('-')}`
  const space = numberingSpace(workspace, organization, partner)
  const [start, increment, ending] = [BigInt(range.lastUsed), BigInt(range.incrementBy), BigInt(range.ending)]
  let step = workspace.counters.last(counter)
  for (let attempts = 0; attempts < MOST_ATTEMPTS; ) {
    const drawn = start + increment * BigInt(++step)
    if (drawn > ending) refuse(refusalOf('exhausted'))
    const number = String(drawn).padStart(NUMBER_LENGTH, '0')
    // An increment of 0 draws the last used number again and again.
    if (drawn === start || !isFree(workspace, number, space)) attempts++
    else if (organization[check] === 'N' || passesLuhn(number)) {
      if (partner?.[check] === 'Y' && !passesLuhn(number)) refuse(refusalOf('foreignCheckDigit'))
      workspace.counters.set(counter, step)
      return number
    }
  }
  return refuse(refusalOf('collisions'))
}

/** What shares one numbering space in an organization (contract 2.1). */
const NUMBERED = [customers, relationships, accounts, reservations]

function isFree(workspace: Workspace, number: string, space: Iterable<Organization>): boolean {
  for (const { organizationNumber } of space) {
    const id = recordId(organizationNumber, number)
    if (NUMBERED.some((records) => records(workspace).get(id) !== undefined)) return false
  }
  return true
}
