import { addAccount } from '../../examples/boarding.ts'
import { MARIA, MARIAS_ACCOUNT, RESTRICTED, TOMAS, UNKNOWN } from '../../examples/cast.ts'
import { byRequest as code, family } from '../../host/family.ts'

/** An account of a company in organization 923, under one of its relationships. */
const addCompanyAccount = (logo: number, relationshipNumber: string, organization = 923) =>
  addAccount({ organization, logo, customerNumber: `000${organization}0011000000001`, relationshipNumber }, RESTRICTED)

const DOCUMENTED = { basis: 'documented' } as const

/** Account Add, as far as a customer simulator needs it (contract 6). */
export const AA = family('AA', 'contract 6', 'inferred', {
  '02S': code(
    'ORG NUMBER MUST BE NUMERIC AND VALID VALUES ARE 001-998',
    'organization is another',
    addAccount({ organization: 999 }),
    DOCUMENTED,
  ),
  '03S': code(
    'ORG NUMBER REQUIRED WHEN ACCOUNT NUMBER NOT PROVIDED',
    'neither organization nor accountNumber is given',
    addAccount({ organization: 0 }),
    DOCUMENTED,
  ),
  '04S': code(
    'LOGO NUMBER MUST BE NUMERIC AND VALID VALUES ARE 001-998',
    'logo is another',
    addAccount({ logo: 999 }),
    DOCUMENTED,
  ),
  '05S': code(
    'LOGO NUMBER REQUIRED WHEN ACCOUNT NUMBER NOT PROVIDED',
    'neither logo nor accountNumber is given',
    addAccount({ logo: 0 }),
    DOCUMENTED,
  ),
  '06S': code(
    'ORGANIZATION NOT DETERMINED',
    'no organization is given, and the account number is neither reserved nor in the range of a logo',
    addAccount({ organization: 0, accountNumber: UNKNOWN }),
  ),
  '11S': code(
    'ORG RECORD NOT FOUND',
    'the organization is not configured, or under dualBillingFlag 1 its partner',
    addAccount({ organization: 123 }),
  ),
  '12S': code(
    'LOGO RECORD NOT FOUND',
    'the organization has no such logo, or under dualBillingFlag 1 its partner',
    addAccount({ logo: 700 }),
  ),
  '14S': code(
    'ACCOUNT NUMBER ALREADY ON FILE',
    'an account of the organization or its partner has the number',
    addAccount({ accountNumber: MARIAS_ACCOUNT }),
  ),
  '17E': code(
    'PRIMARY ACCOUNT FLAG MUST EQUAL SPACE OR P',
    'primaryAccount is another',
    addAccount({ primaryAccount: 'Y' }),
    DOCUMENTED,
  ),
  '18E': code('CREDIT LIMIT MUST BE NUMERIC', 'creditLimit is not', addAccount({ creditLimit: 'A' }), DOCUMENTED),
  '19E': code(
    'CUSTOMER NUMBER REQUIRED',
    'customerNumber is not given',
    addAccount({ customerNumber: '' }),
    DOCUMENTED,
  ),
  '1KS': code(
    'CANNOT ADD A PURCHASE CARD ACCOUNT TO A CORPORATE RELATIONSHIP',
    'the logo is a purchasing product, and the relationship corporate',
    addCompanyAccount(512, '0009230010000000001'),
    DOCUMENTED,
  ),
  '1LS': code(
    'CANNOT ADD A CORPORATE ACCOUNT TO A PURCHASE CARD RELATIONSHIP',
    'the logo is a corporate product, and the relationship purchasing',
    addCompanyAccount(511, '0009230010000000002'),
    DOCUMENTED,
  ),
  '1MS': code(
    'CANNOT ADD A NON HCS ACCOUNT TO A HCS CARD RELATIONSHIP',
    'the relationship is of the HCS kind, and the logo is not',
    addCompanyAccount(501, '0009240010000000001', 924),
    DOCUMENTED,
  ),
  '22E': code(
    'BILLING LEVEL MUST EQUAL 0 OR 1',
    'billingLevel is another',
    addAccount({ billingLevel: 2 }),
    DOCUMENTED,
  ),
  '23E': code(
    'DUAL BILLING FIELD MUST EQUAL 0 OR 1',
    'dualBillingFlag is another',
    addAccount({ dualBillingFlag: 2 }),
    DOCUMENTED,
  ),
  '29E': code(
    'CARD# SCHEME MUST EQUAL 0, 1, 2, OR 3',
    'cardNumberingScheme is another',
    addAccount({ cardNumberingScheme: 4 }),
    DOCUMENTED,
  ),
  '31E': code(
    'CYCLE VALUE INVALID - MUST BE BETWEEN ZEROS AND 31',
    'billingCycle is another',
    addAccount({ billingCycle: 32 }),
    DOCUMENTED,
  ),
  '4VS': code(
    'NUMBER GENERATION SERVICE FAILED',
    'no account number is given, and the logo can supply none',
    addAccount({ organization: 800, customerNumber: TOMAS }),
  ),
  '5DE': code(
    'CORRESPONDING CUSTOMER NUMBER NOT FOUND',
    'the customer, or the alternate one, is not on file, on either side where the account is dual',
    addAccount({ customerNumber: UNKNOWN }),
    { basis: 'assumed', source: 'contract 6, 8 #1' },
  ),
})

/** No code of the service speaks of what else may have the number. */
export const AA_TAKEN = family('AA', 'contract 6, 8 #8; decision One numbering space', 'assumed', {
  '14S': code(
    AA['14S'].message,
    'a customer, relationship or card of either side has the number, or it is reserved for one or by another organization',
    addAccount({ accountNumber: MARIA }),
  ),
})

/** No code of the service speaks of this; it is that of the one that puts an account under a relationship later. */
export const RA = family('RA', 'contract 6, 9 #49', 'assumed', {
  '70S': code(
    'INVALID RELATIONSHIP STAUS OR RELATIONSHIP NOT FOUND',
    'the relationship is not on file or not active, on either side where the account is dual',
    addAccount({ relationshipNumber: UNKNOWN }),
  ),
})
