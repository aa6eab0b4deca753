import { refuse } from '../../../../kernel/problem.ts'
import type { Workspace } from '../../../../kernel/workspace.ts'
import { findCustomer, navigate } from '../../domain/navigation.ts'
import { findLogo } from '../../domain/organizations.ts'
import type { Place, SoughtPlace } from '../../domain/place.ts'
import { type NumberedSide, seekSide } from '../../domain/side.ts'
import { shownCardNumber } from '../../records/card-numbers.ts'
import type { Customer } from '../../records/customers.ts'
import type { Organization } from '../../records/organizations.ts'
import { ND } from './problems.ts'

/** `shownNumber`: the number asked for, a card's as the platform lets it out (contract 8 #31). */
export type Inquired = { organization: Organization; customer: Customer; shownNumber: string }

export const seekInquiryPlace = (workspace: Workspace, request: NumberedSide): SoughtPlace =>
  seekSide(workspace, request, { undetermined: ND.Z4S, organization: ND['02S'], partner: ND['06S'] })

/** Finds the demographic record behind a number (contract 4.7). */
export function inquireDemographics(workspace: Workspace, place: Place, request: NumberedSide): Inquired {
  const { organization, holder = refuse(ND['02S']) } = place
  if (request.isCustomerNumber) {
    const customer = findCustomer(workspace, holder, request.number) ?? refuse(ND['09S'])
    return { organization, customer, shownNumber: request.number }
  }
  const { account, card } = navigate(workspace, request.number, organization) ?? refuse(ND['07S'])
  if (!account) return refuse(ND['07S'])
  if (!findLogo(organization, account.logo)) refuse(ND['08S'])
  const customer = findCustomer(workspace, holder, account.customerNumber) ?? refuse(ND['10S'])
  return { organization, customer, shownNumber: card ? shownCardNumber(organization, card) : request.number }
}
