import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
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
  const { organization } = place
  const holder = demand(workspace, place.holder, ND['02S'])
  if (request.isCustomerNumber) {
    const customer = demand(workspace, findCustomer(workspace, holder, request.number), ND['09S'])
    return { organization, customer, shownNumber: request.number }
  }
  const { account: found, card } = demand(workspace, navigate(workspace, request.number, organization), ND['07S'])
  const account = demand(workspace, found, ND['07S'])
  refuseIf(workspace, !findLogo(organization, account.logo), ND['08S'])
  const customer = demand(workspace, findCustomer(workspace, holder, account.customerNumber), ND['10S'])
  return { organization, customer, shownNumber: card ? shownCardNumber(organization, card) : request.number }
}
