import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { type Organization, organizations } from '../records/organizations.ts'

/** On which side of a dual organization something is, seen from the one that asks. */
export type Where = 'local' | 'abroad'

/** Where a number must be free, as far as an organization belongs to it. */
export type Space = (organizationNumber: number) => Where | undefined

/** Card numbers are told apart wherever they are (contract 2.1). */
export const EVERYWHERE: Space = () => 'local'

type Link = [number, number]

/**
 * The organizations that share an organization's numbers: whoever keeps customers with it or for it, and their partners
 * (decision One numbering space). It is the same for all of them, so that no order of adds gets a number in twice.
 */
export function numberingSpace(workspace: Workspace, organization: Organization): Space {
  // Most numbers are nobody's, so that it need not be known.
  let sides: { near: Set<number>; shared: Set<number> } | undefined
  return (number) => {
    sides ??= sidesOf(workspace, organization)
    return sides.near.has(number) ? 'local' : sides.shared.has(number) ? 'abroad' : undefined
  }
}

function sidesOf(workspace: Workspace, organization: Organization) {
  const {
    organizationNumber,
    customerOrganizationNumber: holder,
    dualCurrencyOrganizationNumber: partner,
  } = organization
  const isAbroad = (number: number) => number === partner && number !== holder
  const all = [...organizations(workspace).all()]
  const keeping = all.map((one): Link => [one.organizationNumber, one.customerOrganizationNumber])
  const dual = all
    .filter((one) => one.dualCurrencyOrganizationNumber !== 0)
    .map((one): Link => [one.organizationNumber, one.dualCurrencyOrganizationNumber])
  const near = reached(
    [organizationNumber],
    keeping.filter((link) => !link.some(isAbroad)),
  )
  return { near, shared: reached(near, [...keeping, ...dual]) }
}

/** What links lead to, in either direction, until they lead nowhere new. */
function reached(from: Iterable<number>, links: Link[]): Set<number> {
  const found = new Set(from)
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const [one, other] of links) if (found.has(one) || found.has(other)) found.add(one).add(other)
  }
  return found
}
