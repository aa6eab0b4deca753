import { refuse } from '../../../sandbox/problem.ts'
import type { Workspace } from '../../../sandbox/workspace.ts'
import { ND } from '../problems/demographic-inquiry.ts'
import { type Customer, customers } from '../records/customers.ts'
import type { Organization } from '../records/organizations.ts'
import { shownCardNumber } from './card-numbers.ts'
import { findCustomer, navigate } from './navigation.ts'
import { customerHolder, findLogo, findOrganization, foreignPartner } from './organizations.ts'

export type InquiryRequest = {
  /** Not given: derived from the number. */
  organizationNumber: number | undefined
  number: string
  /** Whether it is a customer's number; an account's or a card's otherwise. */
  isCustomerNumber: boolean
  foreign: boolean
}

/** `shownNumber`: the number asked for, a card's as the platform lets it out (contract 8, rule 31). */
export type Inquired = { organization: Organization; customer: Customer; shownNumber: string }

/** Finds the demographic record behind a number (contract 4.7). */
export const inquireDemographics = (workspace: Workspace, request: InquiryRequest): Inquired => {
  const organization = sideOf(workspace, request)
  const holder = customerHolder(workspace, organization) ?? refuse(ND['02S'])
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

/** The organization given, or the one that the number leads to; its partner where the foreign side is wanted. */
const sideOf = (workspace: Workspace, { organizationNumber, number, isCustomerNumber, foreign }: InquiryRequest) => {
  const derived = () =>
    isCustomerNumber
      ? customers(workspace).one('number', number)?.organizationNumber
      : navigate(workspace, number)?.organizationNumber
  const local = findOrganization(workspace, organizationNumber ?? derived() ?? refuse(ND.Z4S)) ?? refuse(ND['02S'])
  return foreign ? (foreignPartner(workspace, local) ?? refuse(ND['06S'])) : local
}
