import { BROKEN, DRY } from '../../examples/cast.ts'
import { generate } from '../../examples/customers.ts'
import { byHost, byRequest as code, family } from '../../host/family.ts'

/** Customer and Account Number Generate (contract 4.5). */
export const NG = family('NG', 'contract 4.5', 'inferred', {
  '01S': byHost('SERVICE INPUT TO N/G SERVICE IS AN INCORRECT LENGTH', 'the fixed-length input has another size'),
  '04S': code(
    'ONLY NUMERIC ACCOUNT NUMBERS ALLOWED FOR AUTO GENERATION',
    'a range that numbers are asked from is not numeric',
    generate({ organizationNumber: 907, logo: 0, customerNumbersRequested: 1 }, BROKEN),
  ),
  '05S': code(
    'ORG NUMBER MUST BE NUMERIC BETWEEN 001-998',
    'organizationNumber is another',
    generate({ organizationNumber: 999 }),
    { basis: 'documented' },
  ),
  '06S': code(
    'LOGO MUST BE NUMERIC BETWEEN 001-998 FOR NBR REQUESTED',
    'logo is another, and a number that a logo gives is asked for',
    generate({ logo: 999, accountNumbersRequested: 1 }),
    { basis: 'documented' },
  ),
  '07S': code(
    'AUTO GENERATION NOT ALLOWED IN THIS ORG',
    'customer or relationship numbers are asked for, and the organization has automatic numbering off',
    generate({ organizationNumber: 800, customerNumbersRequested: 1 }),
  ),
  '08S': code(
    'MAX ATTEMPTS REACHED FOR CUST/REL NUMBER AUTO GEN',
    'the range of the organization does not count up, so every draw is the last used number',
    generate({ organizationNumber: 908, customerNumbersRequested: 1 }, BROKEN),
  ),
  '09S': code(
    'NO NUMBERS AVAILABLE IN THIS ORG',
    'the range of the organization holds fewer free numbers than are asked for',
    generate({ customerNumbersRequested: 4 }, DRY),
  ),
  '10S': code(
    'AUTO GENERATION NOT ALLOWED IN THIS LOGO',
    'account or card numbers are asked for, and the logo has automatic numbering off',
    generate({ organizationNumber: 800, accountNumbersRequested: 1 }),
  ),
  '11S': code(
    'NO NUMBERS AVAILABLE IN THIS LOGO',
    'the range of the logo holds fewer free numbers than are asked for',
    generate({ accountNumbersRequested: 4 }, DRY),
  ),
  '12S': code(
    'LOGO DOES NOT ALLOW BILLING NBR GENERATE',
    'billing numbers are asked for, and the logo issues none',
    generate({ organizationNumber: 909, logo: 502, billAccountNumbersRequested: 1 }, BROKEN),
  ),
  '14S': code(
    'BILLING/CNTL NBR REQUESTED BUT NOT ACTIVE ON SYSTEM REC',
    'billing or control numbers are asked for, and they are not in use',
    generate({ organizationNumber: 910, controlAccountNumbersRequested: 1 }, BROKEN),
  ),
  '15S': code(
    'ORG DOES NOT USE DUAL CURRENCY',
    'dualIndicator is 1 and the organization has a single currency',
    generate({ organizationNumber: 800, dualIndicator: '1' }),
  ),
  '16S': byHost('SERVICE COULD NOT OBTAIN STORAGE AREA', 'the host is short of storage'),
  '17S': code(
    'ORGANIZATION NUMBER NOT FOUND',
    'the organization is not configured, or not given',
    generate({ organizationNumber: 123 }),
  ),
  '18S': byHost('INVALID CHECK-DIGIT - POSSIBLE SEED TABLE ERROR', 'a drawn number fails its own check digit'),
  '21E': code(
    'CUSTOMER NUMBER INDICATOR MUST BE NUMERIC AND 0-10',
    'customerNumbersRequested is another',
    generate({ customerNumbersRequested: 11 }),
    { basis: 'documented' },
  ),
  '22E': code(
    'RELATIONSHIP NUMBER INDICATOR MUST BE NUMERIC AND 0-10',
    'relationshipNumbersRequested is another',
    generate({ relationshipNumbersRequested: 11 }),
    { basis: 'documented' },
  ),
  '23E': code(
    'ACCOUNT NUMBER INDICATOR MUST BE NUMERIC AND 0-10',
    'accountNumbersRequested is another',
    generate({ accountNumbersRequested: 11 }),
    { basis: 'documented' },
  ),
  '24E': code(
    'BILLING ACCOUNT NUMBER INDICATOR MUST BE NUMERIC AND 0-10',
    'billAccountNumbersRequested is another',
    generate({ billAccountNumbersRequested: 11 }),
    { basis: 'documented' },
  ),
  '25E': code(
    'CNTL/DIV ACCT NUMBER INDICATOR MUST BE NUMERIC AND 0-10',
    'controlAccountNumbersRequested is another',
    generate({ controlAccountNumbersRequested: 11 }),
    { basis: 'documented' },
  ),
  '26E': code(
    'CARD NUMBER INDICATOR MUST BE NUMERIC AND 0-10',
    'embosserNumbersRequested is another',
    generate({ embosserNumbersRequested: 11 }),
    { basis: 'documented' },
  ),
  '27E': code(
    'NO FOREIGN ORG EXISTS FOR LOCAL ORG',
    'dualIndicator is 1, and the partner of a dual organization is not named or not configured',
    generate({ organizationNumber: 911, dualIndicator: '1' }, BROKEN),
  ),
  '28E': code(
    'INVALID CHECK DIGIT',
    'a number drawn for both organizations fails the check of the foreign one',
    generate({ organizationNumber: 905, customerNumbersRequested: 10, dualIndicator: '1' }, BROKEN),
  ),
  '29E': code('DUAL INDICATOR MUST BE 0 OR 1', 'dualIndicator is neither', generate({ dualIndicator: '2' }), {
    basis: 'documented',
  }),
  '30S': code(
    'MAX ATTEMPTS REACHED FOR ACCT/CARD NUMBER AUTO GEN',
    'the range of the logo does not count up, or every card number of the logo is in use or was given out',
    generate({ organizationNumber: 908, accountNumbersRequested: 1 }, BROKEN),
  ),
  '31S': code(
    'MAX ATTEMPTS REACHED FOR BILL/CNTL NUMBER AUTO GEN',
    'the range of the logo does not count up, so every draw is the last used number',
    generate({ organizationNumber: 908, billAccountNumbersRequested: 1 }, BROKEN),
  ),
  '32S': code(
    'LOGO NUMBER NOT FOUND',
    'a number that a logo gives is asked for, and the organization has no such logo, or none is given',
    generate({ logo: 700, accountNumbersRequested: 1 }),
  ),
})
