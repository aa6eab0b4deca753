import { CARLOS, MARIA, STRANDED, STRAY_CARD, TOMAS, UNKNOWN } from '../../examples/cast.ts'
import { askAddress } from '../../examples/inquiries.ts'
import { byHost, byRequest as code, family } from '../../host/family.ts'

const NO_ACCOUNT = 'ACCOUNT NOT FOUND ON FILE'
const NOT_OF_CO_OWNER = 'CO-OWNER INFO OF PRIOR ADDRESS IS AN INVALID REQUEST'

/** Current/Prior Address Inquiry (contract 4.3). */
export const AD = family('AD', 'contract 4.3', 'inferred', {
  '01S': code(
    'ORGANIZATION IS NOT NUMERIC OR MUST BE VALUE BETWEEN 000 AND 998',
    'organizationNumber is another',
    askAddress(MARIA, { organizationNumber: 999 }),
    { basis: 'documented' },
  ),
  '02E': code(
    'ACCOUNT NUMBER IS NOT NUMERIC OR EQUAL SPACES',
    'the number in the path is blank or zeros, or neither digits nor a card token',
    askAddress('MARIA'),
    { basis: 'documented' },
  ),
  '03E': code(
    'INVALID OWNER CO-OWNER FLAG',
    'ownerCoOwnerFlag is not 0, 1 or 2',
    askAddress(MARIA, { ownerCoOwnerFlag: 3 }),
    {
      basis: 'documented',
    },
  ),
  '04E': code(
    'INVALID CURR/PRIOR ADDRESS FLAG',
    'currentPriorFlag is not B, C or P',
    askAddress(MARIA, { currentPriorFlag: 'X' }),
    { basis: 'documented' },
  ),
  '05E': code(
    NOT_OF_CO_OWNER,
    'ownerCoOwnerFlag is 2 and currentPriorFlag P',
    askAddress(CARLOS, { ownerCoOwnerFlag: 2, currentPriorFlag: 'P' }),
  ),
  '06E': code(
    'ORGANIZATION NOT DETERMINED',
    'no organization is given, and the number leads to none',
    askAddress(UNKNOWN, { organizationNumber: '000' }),
  ),
  '07S': code(
    'REQUESTED ORG NUMBER IS NOT FOUND',
    'the organization, or the one that keeps its customers, is not configured',
    askAddress(MARIA, { organizationNumber: 123 }),
  ),
  '10S': code(
    'CARD/ACCOUNT NUMBER IS NOT FOUND FOR ORG',
    'the number is no account’s, card’s, relationship’s or customer’s of the organization',
    askAddress(UNKNOWN),
  ),
  '11S': code(
    'PRIOR MAILER FLAG IS TURNED OFF',
    'currentPriorFlag is P, and the organization has prior addresses switched off',
    askAddress(TOMAS, { organizationNumber: 800, currentPriorFlag: 'P' }),
    { basis: 'documented' },
  ),
  '12S': code(
    NO_ACCOUNT,
    'the number is that of a card whose account is not on file',
    askAddress(STRAY_CARD, { organizationNumber: 920 }, STRANDED),
  ),
  '13S': code(
    'RELATIONSHIP RECORD NOT ON FILE',
    'an account is under the relationship of this number, which is not on file',
    askAddress('0009200010000000009', { organizationNumber: 920 }, STRANDED),
  ),
  '14S': code(
    'CUSTOMER RECORD NOT ON FILE',
    'the customer of the account or relationship is not on file',
    askAddress('0009205012000000005', { organizationNumber: 920 }, STRANDED),
  ),
  '15S': byHost(
    NO_ACCOUNT,
    'the cross reference from relationships names an account that is gone; here accounts themselves are that reference',
  ),
  '16E': code(
    NOT_OF_CO_OWNER,
    'ownerCoOwnerFlag is 2 and currentPriorFlag B, or not given',
    askAddress(CARLOS, { ownerCoOwnerFlag: 2, currentPriorFlag: 'B' }),
  ),
  '17E': code(
    'NO PRIOR MAILER INFORMATION IS AVAILABLE',
    'currentPriorFlag is P, and the owner has no prior address yet',
    askAddress(MARIA, { currentPriorFlag: 'P' }),
    { basis: 'documented' },
  ),
  '18E': code(
    'NO VALID ACCOUNTS FOUND FOR THE CUSTOMER',
    'the number is a customer’s, all of whose accounts are closed or purged',
    askAddress('0009200011000000003', { organizationNumber: 920 }, STRANDED),
  ),
  '19S': byHost(
    NO_ACCOUNT,
    'the cross reference from customers names an account that is gone; here accounts themselves are that reference',
  ),
})
