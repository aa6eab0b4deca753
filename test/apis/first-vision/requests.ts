/** The least that a Customer Add needs of a person. */
export const owner = { income: 12, cuit: '20304050607', occupationCode: '251200', ivaPosition: '1' }

/** A Customer Add: key data, the owner beyond the least, and whatever else. */
export const customer = (
  key: object,
  person: object = {},
  more: { miscellaneous?: object; coOwner?: unknown } = {},
) => ({
  customerData: {
    customerKeyData: key,
    ...(more.miscellaneous && { customerMiscellaneousData: more.miscellaneous }),
    ownerCoOwnerData: {
      ownerData: { ...owner, ...person },
      ...('coOwner' in more && { coOwnerData: more.coOwner }),
    },
  },
})

export const generation = (members: object) => ({ organizationNumber: 998, logo: 501, dualIndicator: '0', ...members })

export const inquiry = (number: string, members: object = {}) => ({
  organizationNumber: 998,
  customerAccountCardNumber: number,
  numberType: '1',
  ...members,
})

export const ADD = '/customer/l8v2'
export const GENERATE = '/customer/generation'
export const INQUIRE = '/customer/demographicData-l8v2'

/** The codes of a refusal, in their order. */
export const codes = ({ body }: { body: { errors: { code: string }[] } }) => body.errors.map(({ code }) => code)

/** The host's codes of a refusal without what they all begin with: `NA03E`. */
export const hostCodes = (answer: { body: { errors: { code: string }[] } }) =>
  codes(answer).map((code) => code.replace('VPL5S', ''))

/** A relationship add to organization 998 that is billed by subordinates, with other members. */
export const relationship = (members: object = {}) => ({
  organizationNumber: '998',
  customerNumber: '0009980011000000010',
  creditLimit: 50_000,
  billingCycle: 15,
  relationshipBillingLevel: 1,
  modificationAccountLevelFlag: 1,
  ...members,
})

/** A commercial relationship add, to organization 923 of the restricted ones, with other members. */
export const companyRelationship = (members: object = {}) =>
  relationship({
    organizationNumber: '923',
    customerNumber: '0009230011000000001',
    commercialCardFlag: 1,
    corporationCustomerOrAddressNumber: '0009230011000000001',
    identifyRelationshipsGroupFlag: 'GRP',
    numberToAssociateCardholderToRelationship: 'CC-1',
    monthInWhichFiscalYearEnds: 12,
    ...members,
  })

/** An account add to organization 998, logo 501, with other members. */
export const account = (members: object) => ({
  accountData: { organization: 998, logo: 501, accountNumber: '', creditLimit: 1000, ...members },
})

/** An embosser add to organization 998, with other members. */
export const card = (postToAccount: string, members: object = {}) => ({
  organizationNumber: 998,
  postToAccount,
  cardNumber: '',
  ...members,
})

export const RELATE = '/customer/relationship'
export const OPEN = '/account/add-L8V3'
export const EMBOSS = '/cards/embosser/l8vf'

/** An update of the owner of a customer of organization 998, with other members. */
export const update = (customerNumber: string, members: object = {}) => ({
  organizationNumber: 998,
  customerNumber,
  numberType: '1',
  demographicDataIndicator: '1',
  ...members,
})

export const UPDATE = '/customer'
