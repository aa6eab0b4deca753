import type { Example } from '../../../kernel/problem.ts'
import { ELENA, MARIAS_ACCOUNT, RESTRICTED } from './cast.ts'
import { post } from './customers.ts'

const LEAST_RELATIONSHIP = {
  organizationNumber: '998',
  customerNumber: ELENA,
  creditLimit: 50_000,
  billingCycle: 15,
  relationshipBillingLevel: 1,
  modificationAccountLevelFlag: 1,
}

/** A relationship add to organization 998 with other members. */
export const relate = (members: object, scenario?: string): Example =>
  post('/customer/relationship', { ...LEAST_RELATIONSHIP, ...members }, scenario)

/**
 * A relationship billed as a whole, with other members: a memo payment, its reversal and a control table go with that.
 */
export const billedWhole = (members: object): Example =>
  relate({
    relationshipBillingLevel: 0,
    accountControlTableIdentification: 1,
    creditTransaction: 9900,
    debitTransactionIdentification: 9901,
    ...members,
  })

/** A customer of each of the organizations that restrict relationships. */
const CUSTOMERS: Readonly<Record<number, string>> = {
  920: '0009200011000000001',
  921: '0009210011000000001',
  922: '0009220011000000001',
  923: '0009230011000000001',
  924: '0009240011000000001',
  925: '0009250011000000005',
}

/** A relationship add with other members, to one of the organizations that restrict relationships. */
export const relateAt = (organizationNumber: number, members: object = {}): Example =>
  relate(
    {
      organizationNumber: String(organizationNumber),
      customerNumber: CUSTOMERS[organizationNumber],
      ...members,
    },
    RESTRICTED,
  )

/** A commercial relationship add to organization 923 with other members. */
export const relateCompany = (members: object, organizationNumber = 923): Example =>
  relateAt(organizationNumber, {
    commercialCardFlag: 1,
    corporationCustomerOrAddressNumber: CUSTOMERS[organizationNumber],
    identifyRelationshipsGroupFlag: 'GRP',
    numberToAssociateCardholderToRelationship: 'CC-1',
    monthInWhichFiscalYearEnds: 12,
    ...members,
  })

/** An account add to organization 998, logo 501, with other members. */
export const addAccount = (members: object, scenario?: string): Example =>
  post(
    '/account/add-L8V3',
    { accountData: { organization: 998, logo: 501, customerNumber: ELENA, creditLimit: 1000, ...members } },
    scenario,
  )

/** An embosser add to an account of the quickstart, with other members. */
export const addCard = (members: object, scenario?: string): Example =>
  post(
    '/cards/embosser/l8vf',
    { organizationNumber: 998, postToAccount: MARIAS_ACCOUNT, cardNumber: '', ...members },
    scenario,
  )
