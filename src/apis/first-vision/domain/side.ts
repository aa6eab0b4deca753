import { type Problem, refuse } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspace.ts'
import { customers } from '../records/customers.ts'
import type { Organization } from '../records/organizations.ts'
import { navigate } from './navigation.ts'
import { findOrganization, foreignPartner } from './organizations.ts'

/** A number, whose it is, and on which side of a dual organization. */
export type NumberedSide = {
  /** Not given: derived from the number. */
  organizationNumber: number | undefined
  number: string
  /** Whether it is a customer's number; an account's or a card's otherwise. */
  isCustomerNumber: boolean
  foreign: boolean
}

export type SideRefusals = { undetermined: Problem; organization: Problem; partner: Problem }

/** The organization given, or the one that the number leads to; its partner where the foreign side is wanted. */
export function sideOf(workspace: Workspace, numbered: NumberedSide, refusals: SideRefusals): Organization {
  const organizationNumber = organizationNumberOf(workspace, numbered) ?? refuse(refusals.undetermined)
  const local = findOrganization(workspace, organizationNumber) ?? refuse(refusals.organization)
  return numbered.foreign ? (foreignPartner(workspace, local) ?? refuse(refusals.partner)) : local
}

/** The same where there is one: for settings that a request is judged by. */
export function findSide(workspace: Workspace, numbered: NumberedSide): Organization | undefined {
  const organizationNumber = organizationNumberOf(workspace, numbered)
  const local = organizationNumber === undefined ? undefined : findOrganization(workspace, organizationNumber)
  return local && numbered.foreign ? foreignPartner(workspace, local) : local
}

function organizationNumberOf(workspace: Workspace, numbered: NumberedSide): number | undefined {
  const { organizationNumber, number, isCustomerNumber } = numbered
  if (organizationNumber !== undefined) return organizationNumber
  return isCustomerNumber
    ? customers(workspace).one('number', number)?.organizationNumber
    : navigate(workspace, number)?.organizationNumber
}
