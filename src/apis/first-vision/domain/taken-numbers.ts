import { refuseIf } from '../../../kernel/checks.ts'
import type { Problem } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { accounts } from '../records/accounts.ts'
import { cards } from '../records/cards.ts'
import { customers } from '../records/customers.ts'
import type { Organization } from '../records/organizations.ts'
import { relationships } from '../records/relationships.ts'
import { type Reservation, reservations } from '../records/reservations.ts'
import { EVERYWHERE, numberingSpace, type Space, type Where } from './numbering-space.ts'

/** What a number can stand for. */
export type Numbered = 'customer' | 'account' | 'relationship' | 'card'

export type Taken = { by: Numbered; where: Where }

/** Refuses a number that is taken, by what it stands for and where. */
export function refuseTaken(
  workspace: Workspace,
  taken: Taken | undefined,
  refusals: { [by in Numbered]?: Record<Where, Problem> },
): void {
  for (const [by] of RECORDS) {
    const problems = refusals[by]
    if (!problems) continue
    refuseIf(workspace, taken?.by === by && taken.where === 'local', problems.local)
    refuseIf(workspace, taken?.by === by && taken.where === 'abroad', problems.abroad)
  }
}

/** In the order in which records are looked up (decision Two stages). */
const RECORDS = [
  ['customer', customers],
  ['account', accounts],
  ['relationship', relationships],
  ['card', cards],
] as const

/** What the numbers that generation hands out are for. */
const RESERVED_FOR: Record<Reservation['kind'], Numbered> = {
  customer: 'customer',
  relationship: 'relationship',
  account: 'account',
  billAccount: 'account',
  controlAccount: 'account',
  card: 'card',
}

/** Who wants a number, and for what. */
type Claim = { organizationNumber: number; as: Numbered }

/** What has a number that somebody chooses; undefined where it is free here and at the partner, as all adds ask. */
export function takenBy(
  workspace: Workspace,
  number: string,
  organization: Organization,
  as: Numbered,
): Taken | undefined {
  const space = as === 'card' ? EVERYWHERE : numberingSpace(workspace, organization)
  return holding(workspace, number, space, { organizationNumber: organization.organizationNumber, as })
}

/** Whether a number may be handed out: nothing has it, and it never was handed out. */
export const isFree = (workspace: Workspace, number: string, space: Space): boolean =>
  holding(workspace, number, space) === undefined

/** A reservation keeps its number for the organization that made it, and for what it was made for (contract 9 #37). */
function holding(workspace: Workspace, number: string, space: Space, claim?: Claim): Taken | undefined {
  for (const [by, records] of RECORDS) {
    const where = nearest(records(workspace).by('number', number), space)
    if (where) return { by, where }
  }
  const reserved = reservations(workspace).by('number', number)
  if (!reserved.length) return undefined
  const isTheirs = ({ organizationNumber, kind }: Reservation) =>
    organizationNumber === claim?.organizationNumber && RESERVED_FOR[kind] === claim.as
  if (reserved.some(isTheirs)) return undefined
  const where = nearest(reserved, space)
  const by = reserved.find(({ organizationNumber }) => space(organizationNumber) === where)
  return where && by && { by: RESERVED_FOR[by.kind], where }
}

function nearest(rows: { organizationNumber: number }[], space: Space): Where | undefined {
  if (!rows.length) return undefined
  const wheres = rows.map(({ organizationNumber }) => space(organizationNumber))
  return wheres.includes('local') ? 'local' : wheres.find((where) => where)
}
