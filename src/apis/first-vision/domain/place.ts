import type { Problem } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { numberOf, type Scalar } from '../host/scalar.ts'
import type { Logo } from '../records/logos.ts'
import type { Organization } from '../records/organizations.ts'
import { customerHolder, findLogo, findOrganization, foreignPartner } from './organizations.ts'

/** The organization that a request is for, and what goes with it, as far as it is configured. Found once a request. */
export type Place = {
  organization: Organization
  /** The product that the request names, where it names one. */
  logo: Logo | undefined
  /** The organization that keeps its customers. */
  holder: Organization | undefined
  /** Its foreign partner. */
  partner: Organization | undefined
}

/** A place, or what to refuse with: `undetermined` where nothing tells the organization. */
export type SoughtPlace = { place: Place; refusal?: undefined } | { place?: undefined; refusal: Problem }
export type PlaceRefusals = { undetermined?: Problem; organization: Problem }

type Where = { organizationNumber: number | undefined; logo?: number | undefined }

/** Looks for the place that a request names. */
export function seekPlace(
  workspace: Workspace,
  { organizationNumber, logo }: Where,
  { organization: unknown, undetermined = unknown }: PlaceRefusals,
): SoughtPlace {
  if (organizationNumber === undefined) return { refusal: undetermined }
  const organization = findOrganization(workspace, organizationNumber)
  if (!organization) return { refusal: unknown }
  workspace.trace?.passed(unknown)
  return { place: placeOf(workspace, organization, logo) }
}

/** The place of a request whose organization nothing but `organizationNumber` tells. */
export const placeNamed =
  (unknown: Problem) =>
  (workspace: Workspace, { organizationNumber }: { organizationNumber?: Scalar }): SoughtPlace =>
    seekPlace(workspace, { organizationNumber: numberOf(organizationNumber) }, { organization: unknown })

/** An organization with what goes with it, and one of its products. */
export const placeOf = (workspace: Workspace, organization: Organization, logo?: number): Place => ({
  organization,
  logo: logo === undefined ? undefined : findLogo(organization, logo),
  holder: customerHolder(workspace, organization),
  partner: foreignPartner(workspace, organization),
})
