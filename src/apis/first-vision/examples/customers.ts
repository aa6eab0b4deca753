import type { Example } from '../../../kernel/problem.ts'
import type { OwnerInput } from '../person/members.ts'
import { MARIA } from './cast.ts'

/**
 * An example of a problem is a request that is refused with it. These make one by changing a request that would
 * succeed.
 */
export const post = (path: string, body: unknown, scenario = 'quickstart'): Example => ({
  scenario,
  method: 'POST',
  path,
  body,
})

/** The least that a Customer Add needs of a person (contract 4.4). */
export const LEAST_OWNER = { income: 12, cuit: '20304050607', occupationCode: '251200', ivaPosition: '1' }

/** A Customer Add with other key data. */
export const addWithKey = (customerKeyData: object, scenario?: string): Example =>
  post('/customer/l8v2', { customerData: { customerKeyData, ownerCoOwnerData: { ownerData: LEAST_OWNER } } }, scenario)

/** A Customer Add to organization 998 with another owner. */
export const addWithOwner = (owner: OwnerInput): Example =>
  post('/customer/l8v2', {
    customerData: {
      customerKeyData: { organizationNumber: 998 },
      ownerCoOwnerData: { ownerData: { ...LEAST_OWNER, ...owner } },
    },
  })

/** A Customer Add to organization 998 with other miscellaneous data. */
export const addWithMiscellaneous = (customerMiscellaneousData: object): Example =>
  post('/customer/l8v2', {
    customerData: {
      customerKeyData: { organizationNumber: 998 },
      customerMiscellaneousData,
      ownerCoOwnerData: { ownerData: LEAST_OWNER },
    },
  })

/** A generation for organization 998, logo 501, with other members. */
export const generate = (members: object, scenario?: string): Example =>
  post('/customer/generation', { organizationNumber: 998, logo: 501, dualIndicator: '0', ...members }, scenario)

/** A demographic inquiry by customer number in organization 998, with other members. */
export const inquire = (members: object, scenario?: string): Example =>
  post(
    '/customer/demographicData-l8v2',
    { organizationNumber: 998, customerAccountCardNumber: MARIA, numberType: '1', ...members },
    scenario,
  )
