import { demand, refuseIf } from '../../../kernel/checks.ts'
import { passesLuhn } from '../../../kernel/masking/luhn.ts'
import { type Problem, refuse } from '../../../kernel/problem.ts'
import { sometimes } from '../../../kernel/sometimes.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { NUMBER_LENGTH } from '../host/scalar.ts'
import type { Logo } from '../records/logos.ts'
import type { NumberRange } from '../records/number-range.ts'
import type { Organization } from '../records/organizations.ts'
import { organizationId } from '../records/record-fields.ts'
import { takeCardNumber } from './card-drawing.ts'
import { type Kind, ORGANIZATION_KINDS, rangeOf } from './number-kinds.ts'
import { numberingSpace } from './numbering-space.ts'
import { isFree } from './taken-numbers.ts'

/** For whom a number is: with the partner too where it is dual; `logo` where the range is the logo's. */
export type NumberedFor = { organization: Organization; partner?: Organization | undefined; logo?: Logo | undefined }

/**
 * What to refuse with, by why no number can be drawn. Without a refusal for a foreign check digit the drawing goes on to
 * a number that has it.
 */
export type DrawRefusals = { exhausted: Problem; collisions: Problem; foreignCheckDigit?: Problem }

/** The same refusal, whatever fails. */
export const always = (problem: Problem): DrawRefusals => ({ exhausted: problem, collisions: problem })

/** The next number of a kind: cards at random, the others counted up over those in use. */
export function drawNumber(workspace: Workspace, kind: Kind, sides: NumberedFor, refusals: DrawRefusals): string {
  const range = rangeOf(kind, sides.organization, sides.logo)
  if (range) return takeNumber(workspace, kind, range, sides, refusals)
  return demand(workspace, takeCardNumber(workspace, sides.logo as Logo), refusals.collisions)
}

/**
 * Counts on from the last number drawn, over all that are taken, to the end of the range. The counter keeps what it went
 * over, so that no later draw goes over it again.
 */
function takeNumber(
  workspace: Workspace,
  kind: Kind,
  range: NumberRange,
  sides: NumberedFor,
  refusals: DrawRefusals,
): string {
  const { organization, partner } = sides
  const isOrganizations = ORGANIZATION_KINDS.includes(kind)
  const check = isOrganizations ? 'customerNumberModCheck' : 'absModCheck'
  const giver = [organizationId(organization.organizationNumber), ...(isOrganizations ? [] : [sides.logo?.logo])]
  const counter = `first-vision.${kind}.${giver.join('-')}`
  const space = numberingSpace(workspace, organization)
  const [start, increment, ending] = [BigInt(range.lastUsed), BigInt(range.incrementBy), BigInt(range.ending)]
  // It would draw the last used number again and again.
  refuseIf(workspace, increment === 0n, refusals.collisions)
  for (let step = workspace.counters.last(counter) + 1; ; step++) {
    const drawn = start + increment * BigInt(step)
    refuseIf(workspace, drawn > ending, refusals.exhausted)
    const number = String(drawn).padStart(NUMBER_LENGTH, '0')
    if (organization[check] === 'Y' && !passesLuhn(number)) continue
    if (!isFree(workspace, number, space)) {
      sometimes('taken number passed over')
      continue
    }
    if (partner?.[check] === 'Y' && !passesLuhn(number)) {
      if (refusals.foreignCheckDigit) refuse(refusals.foreignCheckDigit)
      continue
    }
    workspace.counters.set(counter, step)
    return number
  }
}
