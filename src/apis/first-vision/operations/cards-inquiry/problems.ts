import { BROKEN, BRUNO, ELENA, INES, STRANDED, UNKNOWN } from '../../examples/cast.ts'
import { askCards } from '../../examples/inquiries.ts'
import { byHost, byRequest as code, family } from '../../host/family.ts'

/** Four codes of this service share one text. */
const NO_ORGANIZATION = 'ORGANIZATION RECORD NOT FOUND'

/** Cards Inquiry (contract 5.2). */
export const BQ = family('BQ', 'contract 5.2', 'inferred', {
  '02S': byHost('SERVICE INPUT IS OF INCORRECT LENGTH', 'the fixed-length input has another size'),
  '06E': code(
    NO_ORGANIZATION,
    'organizationNumber is not numeric, or not 001 to 998',
    askCards({ headers: { organizationNumber: '999' } }),
  ),
  '06S': code(
    NO_ORGANIZATION,
    'the organization is not configured, or none is given',
    askCards({ headers: { organizationNumber: '123' } }),
  ),
  '07S': code(
    NO_ORGANIZATION,
    'the organization that keeps the customers is not configured',
    askCards({ headers: { organizationNumber: '903' }, scenario: BROKEN }),
  ),
  '10S': code(
    NO_ORGANIZATION,
    'the organization of a listed account is not configured',
    askCards({ headers: { organizationNumber: '920', customerNumber: INES }, scenario: STRANDED }),
  ),
  '21S': code(
    'CUSTOMER NUMBER CANNOT BE SPACE OR ZERO',
    'customerNumber is not given, or zeros',
    askCards({ headers: { customerNumber: '0000000000000000000' } }),
    { basis: 'documented' },
  ),
  '22S': code(
    'OTHR-CARD-HOLDER-FLAG IS IN-VALID - VALID VALUES ARE Y / N',
    'hasOtherCardHolder is neither true or Y, nor false or N',
    askCards({ query: { hasOtherCardHolder: 'maybe' } }),
  ),
  '23S': code(
    'INVALID PAGE NUMBER. PAGE NUMBER SHOULD BE NUMERIC',
    'pageNumber is not a number of one or two digits',
    askCards({ query: { pageNumber: 'one' } }),
    { basis: 'documented' },
  ),
  '24S': code(
    'INVALID CUSTOMER NUMBER',
    'customerNumber is not nineteen digits, or not on file',
    askCards({ headers: { customerNumber: UNKNOWN } }),
  ),
  '25E': code(
    'NO CARDS ARE PRESENT ON GIVEN PAGE NUMBER',
    'pageNumber is beyond the last page',
    askCards({ query: { pageNumber: 2 } }),
    { basis: 'documented' },
  ),
  '26S': code(
    'LOGO RECORD NOT FOUND',
    'the logo of a listed account is not configured',
    askCards({ headers: { organizationNumber: '920', customerNumber: BRUNO }, scenario: STRANDED }),
  ),
  '28E': code(
    'NO VALID ACCOUNTS OR CARDS ARE ASSOCIATED WITH THIS CUSTOMER',
    'the customer has no card that is not purged',
    askCards({ headers: { customerNumber: ELENA } }),
    { basis: 'documented' },
  ),
})
