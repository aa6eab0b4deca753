import { BRUNO, ELENA, INES, STRANDED, UNKNOWN } from '../../examples/cast.ts'
import { askAccounts } from '../../examples/inquiries.ts'
import { byHost, byRequest as code, family } from '../../host/family.ts'

const NO_WINDOW = 'APPLICATION IN NO-PROCESSING STATUS, RE-TRY IN A FEW MINUTES'

/** Account Number Inquiry (contract 4.1). */
export const CA = family('CA', 'contract 4.1', 'inferred', {
  '01S': byHost('SERVICE COULD NOT OBTAIN STORAGE AREA', 'the host is short of storage'),
  '02S': byHost(
    'SERVICE INPUT TO PLAN VIEWER SERVICE IS AN INC OR RECT LENGTH',
    'the fixed-length input has another size',
  ),
  '03S': byHost('USER HAS NOT SIGNED ON, PLEASE SIGNON', 'the host’s user is not signed on'),
  '04S': byHost('FILE-TABLE USED BY THIS SERVICE IS NOT FOUND', 'a file or table of the host is absent'),
  '05S': byHost(NO_WINDOW, 'the host’s application does not process for a while'),
  '06E': code(
    'ORGANIZATION IS NOT NUMERIC OR MUST BE VALUE BE VALUE BETWEEN 000 AND 998',
    'organizationNumber is another',
    askAccounts({ organizationNumber: 999 }),
    { basis: 'documented' },
  ),
  '07E': code(
    'CUSTOMER NUMBER IS INVALID',
    'customerNumber is not given, is not nineteen digits, or is not on file',
    askAccounts({ customerNumber: UNKNOWN }),
  ),
  '08E': code(
    'INVALID TOKEN DATA PASSED TO SERVICE',
    'functionCode is N or P, and startToken is incomplete, not numeric, or names no row of this customer',
    askAccounts({ functionCode: 'N' }),
  ),
  '09E': code(
    'SERVICE FUNCTION CODE IS INVALID',
    'functionCode is not a space, N or P',
    askAccounts({ functionCode: 'X' }),
    {
      basis: 'documented',
    },
  ),
  '10S': code(
    'REQUESTED ORGANIZATION COULD NOT BE DETERMINED',
    'no organization is given, and the customer number leads to none',
    askAccounts({ organizationNumber: 0, customerNumber: UNKNOWN }),
  ),
  '11S': code(
    'REQUESTED ORGANIZATION NOT FOUND',
    'the organization, or the one that keeps its customers, is not configured',
    askAccounts({ organizationNumber: 123 }),
  ),
  '13S': byHost(NO_WINDOW, 'the host’s application ceases to process during the run'),
  '14S': code(
    'ORGANIZATION NOT FOUND ON FILE',
    'the organization of a listed account is not configured',
    askAccounts({ organizationNumber: 920, customerNumber: INES }, STRANDED),
  ),
  '15S': code(
    'ACCOUNT NUMBER NOT FOUND',
    'the customer is on file and has no account',
    askAccounts({ customerNumber: ELENA }),
  ),
  '16S': code(
    'LOGO NOT FOUND ON FILE',
    'the logo of a listed account is not configured',
    askAccounts({ organizationNumber: 920, customerNumber: BRUNO }, STRANDED),
  ),
})
