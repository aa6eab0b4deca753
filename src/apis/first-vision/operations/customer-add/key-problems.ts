import {
  ANA,
  ANAS_ACCOUNT,
  ANAS_RELATIONSHIP,
  ANDES_RELATIONSHIP,
  BROKEN,
  MARIA,
  MARIAS_ACCOUNT,
} from '../../examples/cast.ts'
import { addWithKey as key } from '../../examples/customers.ts'
import { byHost, byRequest as code, family, shadowed } from '../../host/family.ts'

/** In nobody's use. */
const FREE = '0000000000000012340'

/** Customer Add: organizations, numbers, and what is on file (contract 4.4). */
export const NA_KEYS = family('NA', 'contract 4.4', 'inferred', {
  '03S': byHost('N/A SERVICE INPUT AREA IS NOT OF CORRECT SIZE', 'the fixed-length input has another size'),
  '04S': code(
    'OWNER/CO-OWNER INDICATOR MUST BE 1 OR 2',
    'coOwnerIndicator is neither',
    key({ organizationNumber: 998, coOwnerIndicator: 3 }),
  ),
  '06S': code(
    'INVALID FOREIGN USE INDICATOR - MUST BE 0 OR 1 ONLY',
    'dualFlag is neither',
    key({ organizationNumber: 998, dualFlag: '2' }),
  ),
  '07S': code(
    'CONFLICTING ORG AND ACCOUNT DATA WAS PASSED TO THE SERVICE',
    'the account is another organization’s, and no customer number is given',
    key({ organizationNumber: 998, accountNumber: ANAS_ACCOUNT }),
  ),
  '08S': code(
    'CONFLICTING ORG, ACCOUNT, AND CUSTOMER DATA PASSED TO THE SERVICE',
    'all three are given, and the account is on file for another organization or customer',
    key({ organizationNumber: 998, accountNumber: MARIAS_ACCOUNT, customerNumber: FREE }),
  ),
  '09S': code('NO ORG, ACCOUNT, OR CUSTOMER DATA WAS PASSED TO THE SERVICE', 'none of the three is given', key({})),
  '10S': code(
    'DUAL NOT ALLOWED FOR THIS ORG',
    'dualFlag is 1 and the organization names no partner',
    key({ organizationNumber: 800, customerNumber: FREE, dualFlag: '1' }),
  ),
  '11S': code(
    'THE NUMBER GENERATION SERVICE FAILED',
    'no customer number is given, and the organization can supply none',
    key({ organizationNumber: 800 }),
  ),
  '12S': code(
    'LOCAL CUSTOMER NUMBER ALREADY EXISTS',
    'the customer is on file in the organization that the account or customer led to',
    key({ accountNumber: MARIAS_ACCOUNT, customerNumber: MARIA }),
  ),
  '13S': code(
    'FOREIGN CUSTOMER NUMBER EXISTS',
    'the customer is on file with the partner of the organization that the account led to',
    key({ accountNumber: MARIAS_ACCOUNT, customerNumber: ANA }),
  ),
  '14S': code(
    'ACCOUNT/EMBOSSER ORG NOT FOUND',
    'the organization that the account led to is not configured',
    key({ accountNumber: '0009015012000000001' }, BROKEN),
  ),
  '15S': code(
    'FOREIGN ORG NUMBER NOT FOUND',
    'the partner of the organization that the account led to is not configured',
    key({ accountNumber: '0009025012000000001', dualFlag: '1' }, BROKEN),
  ),
  '16S': code(
    'CUSTOMER ORG NOT FOUND',
    'the organization that the account led to keeps its customers in one that is not configured',
    key({ accountNumber: '0009035012000000001' }, BROKEN),
  ),
  '17S': code(
    'CUSTOMER ORG NOT FOUND',
    'the partner of the organization that the account led to keeps its customers in one that is not configured',
    key({ accountNumber: '0009045012000000001', dualFlag: '1' }, BROKEN),
  ),
  '18S': code(
    'CUSTOMER NUMBER PROVIDED NOT VALID FOR CUSTOMER ORG',
    'the customer number is not nineteen digits, and no organization is given',
    key({ accountNumber: MARIAS_ACCOUNT, customerNumber: '12' }),
  ),
  '19S': code(
    'ORG NUMBER MUST BE NUMERIC AND VALID VALUES ARE 001-998',
    'organizationNumber is another',
    key({ organizationNumber: 999 }),
    { basis: 'documented' },
  ),
  '20S': code(
    'CUSTOMER ORG NOT FOUND',
    'the organization given keeps its customers in one that is not configured',
    key({ organizationNumber: 903 }, BROKEN),
  ),
  '21S': code(
    'FOREIGN ORG NUMBER NOT FOUND',
    'the partner of the organization given is not configured',
    key({ organizationNumber: 902, dualFlag: '1' }, BROKEN),
  ),
  '22S': code(
    'CUSTOMER ORG NOT FOUND',
    'the partner of the organization given keeps its customers in one that is not configured',
    key({ organizationNumber: 904, dualFlag: '1' }, BROKEN),
  ),
  '23S': code(
    'CUSTOMER NUMBER PROVIDED NOT VALID FOR CUSTOMER ORG',
    'the customer number is not nineteen digits',
    key({ organizationNumber: 998, customerNumber: '12' }),
  ),
  '24S': code(
    'LOCAL CUSTOMER NUMBER ALREADY EXISTS',
    'the customer is on file in the organization given',
    key({ organizationNumber: 998, customerNumber: MARIA }),
  ),
  '25S': code(
    'FOREIGN CUSTOMER NUMBER EXISTS',
    'the customer is on file with the partner of the organization given',
    key({ organizationNumber: 998, customerNumber: ANA }),
  ),
  '26S': code(
    'CUSTOMER NUMBER ALREADY EXISTS ON RELATIONSHIP FILE',
    'a relationship has the number',
    key({ organizationNumber: 998, customerNumber: ANDES_RELATIONSHIP }),
    { basis: 'documented' },
  ),
  '27S': code(
    'CUSTOMER NUMBER ALREADY EXISTS ON DUAL RELATIONSHIP FILE',
    'a relationship of the partner has the number',
    key({ organizationNumber: 998, customerNumber: ANAS_RELATIONSHIP }),
    { basis: 'documented' },
  ),
  '50S': shadowed('DUAL ORG NUMBER NOT FOUND', 'the dual organization is not configured', 'VPL5SNA21S'),
  '51S': code(
    'DUAL INDICATOR - CHECK-DIGIT CUST NUMBER REQUIRED FOR FOREIGN ORG',
    'dualFlag is 1, the partner checks digits, and the number fails',
    key({ organizationNumber: 905, customerNumber: '0000000000000012341', dualFlag: '1' }, BROKEN),
  ),
  '52S': code(
    'ORG COULD NOT BE DERIVED FROM EITHER CUST OR ACCT NBR PROVIDED',
    'no organization is given, and neither number is on file',
    key({ accountNumber: FREE }),
  ),
  '53S': code('ORG NUMBER NOT FOUND', 'the organization is not configured', key({ organizationNumber: 123 })),
  '56S': code(
    'CUSTOMER NUMBER CHECK-DIGIT IS INVALID',
    'the organization checks digits, and the number fails',
    key({ organizationNumber: 906, customerNumber: '0000000000000012341' }, BROKEN),
  ),
})

/** No code of the service speaks of an account or a card that has the number; these are those nearest to it. */
export const NA_TAKEN = family('NA', 'contract 4.4, 8 #8; decision One numbering space', 'assumed', {
  '26S': code(
    NA_KEYS['26S'].message,
    'an account or a card has the number, or it is reserved for something else or by another organization',
    key({ organizationNumber: 998, customerNumber: MARIAS_ACCOUNT }),
  ),
  '27S': code(
    NA_KEYS['27S'].message,
    'an account or a card of the partner has the number, or it is reserved there',
    key({ organizationNumber: 998, customerNumber: ANAS_ACCOUNT }),
  ),
})
