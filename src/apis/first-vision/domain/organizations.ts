import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import type { Logo } from '../records/logos.ts'
import { type Organization, organizations } from '../records/organizations.ts'
import { organizationId } from '../records/record-fields.ts'

export const findOrganization = (workspace: Workspace, organizationNumber: number): Organization | undefined =>
  organizations(workspace).get(organizationId(organizationNumber))

/** The organization that keeps this one's customers (contract 2.2). */
export const customerHolder = (workspace: Workspace, organization: Organization): Organization | undefined =>
  findOrganization(workspace, organization.customerOrganizationNumber)

/** The foreign organization of a dual one (contract 2.4). */
export const foreignPartner = (workspace: Workspace, organization: Organization): Organization | undefined =>
  findOrganization(workspace, organization.dualCurrencyOrganizationNumber)

export const findLogo = (organization: Organization, logo: number): Logo | undefined =>
  organization.logos.find((candidate) => candidate.logo === logo)
