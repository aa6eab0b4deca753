import type { Example } from '../../../kernel/problem.ts'
import { MARIA } from './cast.ts'
import { post } from './customers.ts'

type Query = Record<string, string | number | boolean>

/** An example of an inquiry's problem, by changing an inquiry that would succeed. */
function get(path: string, query: Query, scenario = 'quickstart', headers?: Record<string, string>): Example {
  const parameters = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  )
  return { scenario, method: 'GET', path: `${path}?${parameters}`, ...(headers && { headers }) }
}

/** An account number inquiry for a customer of organization 998, with other members. */
export const askAccounts = (members: object, scenario?: string): Example =>
  post('/customer/accountNumber', { organizationNumber: 998, customerNumber: MARIA, ...members }, scenario)

/** A cards details inquiry for a customer of organization 998, with another query. */
export const askCardsDetails = (query: Query, customerNumber = MARIA): Example =>
  get('/customer/v3/cards/details', { organizationNumber: 998, functionCode: ' ', ...query }, 'quickstart', {
    customerNumber,
  })

/** A cards inquiry for a customer of organization 998, with other headers or another query. */
export const askCards = (sent: { headers?: Record<string, string>; query?: Query; scenario?: string }): Example =>
  get('/customer/v1/cards', { hasOtherCardHolder: true, pageNumber: 1, ...sent.query }, sent.scenario, {
    organizationNumber: '998',
    customerNumber: MARIA,
    ...sent.headers,
  })

/** A current and prior address inquiry in organization 998, with another query. */
export const askAddress = (number: string, query: Query = {}, scenario?: string): Example =>
  get(
    `/customer/${encodeURIComponent(number)}/current-prior-address`,
    { organizationNumber: 998, ownerCoOwnerFlag: 1, currentPriorFlag: 'B', ...query },
    scenario,
  )

/** A relationship number inquiry in organization 998, or another. */
export const askRelationships = (customerNumber: string, organizationNumber: string | number = 998): Example =>
  get(`/customer/${encodeURIComponent(customerNumber)}/relationship`, { organizationNumber })
