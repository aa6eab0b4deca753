import { relate, relateAt, relateCompany } from '../../examples/boarding.ts'
import {
  ANA,
  ANAS_ACCOUNT,
  ANAS_CARD,
  ANAS_RELATIONSHIP,
  ANDES_RELATIONSHIP,
  BROKEN,
  MARIA,
  MARIAS_ACCOUNT,
  MARIAS_CARD,
  TOMAS,
  UNKNOWN,
} from '../../examples/cast.ts'
import { byHost, byRequest as code, family, shadowed } from '../../host/family.ts'

/** Relationship Number Add: organizations, numbers, and what is on file (contract 4.8). */
export const AR_KEYS = family('AR', 'contract 4.8', 'inferred', {
  '01E': code(
    'ORGANIZATION NUMBER MUST BE NUMERIC AND VALID VALUES ARE 001-998',
    'organizationNumber is another',
    relate({ organizationNumber: '999' }),
    { basis: 'documented' },
  ),
  '02E': code(
    'INVALID RELATIONSHIP NUMBER',
    'relationshipNumber is not nineteen digits',
    relate({ relationshipNumber: 'ANDES' }),
  ),
  '03E': code(
    'CUSTOMER NUMBER MUST BE NUMERIC',
    'customerNumber is not numeric, or longer than nineteen digits',
    relate({ customerNumber: 'ELENA' }),
    { basis: 'documented' },
  ),
  '03S': code(
    'CUSTOMER NUMBER IS INVALID',
    'customerNumber is not nineteen digits, or the organization checks digits and it fails',
    relate({ customerNumber: '12' }),
  ),
  '06S': code(
    'ORGANIZATION NUMBER MUST BE PROVIDED',
    'organizationNumber is not given',
    relate({ organizationNumber: '000' }),
    { basis: 'documented' },
  ),
  '07S': shadowed('REQUESTED ORG NUMBER IS NOT FOUND', 'the navigation does not find the organization', 'VPL5SAR09S'),
  '09S': code(
    'ORGANIZATION NUMBER NOT FOUND',
    'the organization is not configured',
    relate({ organizationNumber: '123' }),
  ),
  '10S': code(
    'RELATIONSHIPS NOT ACTIVATED IN THIS ORGANIZATION',
    'the organization has relationships off, for the inquiry form too',
    relateAt(920),
    { basis: 'documented' },
  ),
  '11S': code('CUSTOMER NUMBER MUST BE PROVIDED', 'customerNumber is not given', relate({ customerNumber: '' }), {
    basis: 'documented',
  }),
  '19S': code(
    'CUSTOMER NUMBER NOT FOUND',
    'the customer is not on file, for the inquiry form too',
    relate({ customerNumber: UNKNOWN }),
  ),
  '30S': code(
    'CORPORATE CUSTOMER NUMBER IS NOT FOUND',
    'the corporate customer is not on file',
    relateCompany({ corporationCustomerOrAddressNumber: UNKNOWN }),
  ),
  '34S': code(
    'NUMBER GENERATION SERVICE FAILED',
    'no relationship number is given, and the organization can supply none',
    relate({ organizationNumber: '800', customerNumber: TOMAS }),
  ),
  '35S': byHost(
    'MISMATCHED GENERATED FOREIGN ORG',
    'the number generation answers with another foreign organization than the one configured',
  ),
  '36S': code(
    'RELATIONSHIP NUMBER ALREADY EXISTS',
    'a relationship has the number',
    relate({ relationshipNumber: ANDES_RELATIONSHIP }),
    { basis: 'documented' },
  ),
  '37S': code(
    'RELATIONSHIP NUMBER MUST NOT BE EQUAL TO EXISTING CUSTOMER',
    'a customer has the number',
    relate({ relationshipNumber: MARIA }),
    { basis: 'documented' },
  ),
  '38S': code(
    'RELATIONSHIP NUMBER MUST NOT BE EQUAL TO EXISTING ACCOUNT',
    'an account has the number',
    relate({ relationshipNumber: MARIAS_ACCOUNT }),
    { basis: 'documented' },
  ),
  '39S': code(
    'DUAL RELATIONSHIP ORG IS NOT FOUND',
    'the organization is dual, and its partner is not named or not configured',
    relate({ organizationNumber: '902' }, BROKEN),
  ),
  '40S': code(
    'DUAL RELATIONSHIP NUMBER ALREADY EXISTS',
    'a relationship of the partner has the number',
    relate({ relationshipNumber: ANAS_RELATIONSHIP }),
    { basis: 'documented' },
  ),
  '41S': code(
    'DUAL RELATIONSHIP NUMBER MUST NOT BE EQUAL TO EXISTING CUSTOMER',
    'a customer of the partner has the number',
    relate({ relationshipNumber: ANA }),
    { basis: 'documented' },
  ),
  '42S': code(
    'DUAL RELATIONSHIP NUMBER MUST NOT BE EQUAL TO EXISTING ACCOUNT',
    'an account of the partner has the number',
    relate({ relationshipNumber: ANAS_ACCOUNT }),
    { basis: 'documented' },
  ),
})

/** No code of the service speaks of a card that has the number; a card posts to an account. */
export const AR_TAKEN = family('AR', 'contract 4.8, 8 #8; decision One numbering space', 'assumed', {
  '38S': code(AR_KEYS['38S'].message, 'a card has the number', relate({ relationshipNumber: MARIAS_CARD })),
  '42S': code(
    AR_KEYS['42S'].message,
    'a card of the partner has the number',
    relate({ relationshipNumber: ANAS_CARD }),
  ),
})
