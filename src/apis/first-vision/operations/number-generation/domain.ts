import { demand } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { KINDS, type Kind, LOGO_KINDS } from '../../domain/number-kinds.ts'
import { type DrawRefusals, drawNumber, type NumberedFor } from '../../domain/numbering.ts'
import type { Place } from '../../domain/place.ts'
import { recordId } from '../../records/record-fields.ts'
import { reservations } from '../../records/reservations.ts'
import { NG } from './problems.ts'

export type GenerationRequest = {
  organizationNumber: number
  logo: number
  dual: boolean
  counts: Record<Kind, number>
}

export type Generated = { foreignOrganizationNumber: number; numbers: Record<Kind, string[]> }

/** Hands out numbers of six kinds, in both organizations where it is dual, and keeps them reserved (contract 4.5). */
export function generateNumbers(workspace: Workspace, place: Place, { dual, counts }: GenerationRequest): Generated {
  const { organization } = place
  const partner = dual ? demand(workspace, place.partner, NG['27E']) : undefined
  const asksLogo = LOGO_KINDS.some((kind) => counts[kind] > 0)
  const logo = asksLogo ? demand(workspace, place.logo, NG['32S']) : undefined
  const sides = { organization, partner, logo }
  const numbers = KINDS.map((kind) => [
    kind,
    Array.from({ length: counts[kind] }, () => reserve(workspace, sides, kind)),
  ])
  return { foreignOrganizationNumber: partner?.organizationNumber ?? 0, numbers: Object.fromEntries(numbers) }
}

const BY_ORGANIZATION: DrawRefusals = {
  exhausted: NG['09S'],
  collisions: NG['08S'],
  foreignCheckDigit: NG['28E'],
}
const BY_LOGO: DrawRefusals = { ...BY_ORGANIZATION, exhausted: NG['11S'], collisions: NG['30S'] }
const BILLING: DrawRefusals = { ...BY_LOGO, collisions: NG['31S'] }

const REFUSALS: Record<Kind, DrawRefusals> = {
  customer: BY_ORGANIZATION,
  relationship: BY_ORGANIZATION,
  account: BY_LOGO,
  card: BY_LOGO,
  billAccount: BILLING,
  controlAccount: BILLING,
}

function reserve(workspace: Workspace, sides: NumberedFor, kind: Kind): string {
  const number = drawNumber(workspace, kind, sides, REFUSALS[kind])
  const { organization, partner } = sides
  const logo = LOGO_KINDS.includes(kind) && sides.logo ? sides.logo.logo : 0
  for (const { organizationNumber } of partner ? [organization, partner] : [organization])
    reservations(workspace).put({
      id: recordId(organizationNumber, number),
      organizationNumber,
      kind,
      number,
      logo,
    })
  return number
}
