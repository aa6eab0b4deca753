import { CARLOS_ACCOUNT, ELENA } from '../../examples/cast.ts'
import { askCardsDetails } from '../../examples/inquiries.ts'
import { byHost, byRequest as code, family } from '../../host/family.ts'

/** Four codes of this service share one text (contract 9 #28). */
const NO_ORGANIZATION = 'ORGANIZATION RECORD NOT FOUND'

/** Cards Details Inquiry (contract 4.2). */
export const CE = family('CE', 'contract 4.2', 'inferred', {
  '06E': code(
    NO_ORGANIZATION,
    'organizationNumber is not numeric, or not below 999',
    askCardsDetails({ organizationNumber: 999 }),
  ),
  '06S': code(
    NO_ORGANIZATION,
    'the organization, or the one that keeps its customers, is not configured, or none is given',
    askCardsDetails({ organizationNumber: 123 }),
  ),
  '07E': code(
    'NO VALID CARDS ARE ASSOCIATED WITH THIS CUSTOMER',
    'no card that is not purged posts to an account of the customer, or the customer is not on file',
    askCardsDetails({}, ELENA),
  ),
  '07S': byHost(NO_ORGANIZATION, 'the organization record is gone at the second look'),
  '08E': code(
    'START ORG & ACCT SHOULD BE PROVIDED WHEN SVC FUNC CODE IS N OR P',
    'functionCode is N or P, and startOrganization or startAccount is not given',
    askCardsDetails({ functionCode: 'N', startOrganization: 998 }),
    { basis: 'documented' },
  ),
  '09E': code('INVALID SVC FUNC CODE', 'functionCode is not a space, N or P', askCardsDetails({ functionCode: 'X' })),
  '10S': byHost(NO_ORGANIZATION, 'the organization record of a listed account is gone'),
  '15S': code(
    'ACCOUNT NOT FOUND',
    'startOrganization and startAccount name no account of the customer',
    askCardsDetails({ functionCode: 'N', startOrganization: 998, startAccount: CARLOS_ACCOUNT }),
  ),
  '17S': byHost(
    'ACCOUNT NOT FOUND IN ACCOUNT/CARD REFERENCE FILE',
    'the cross reference is damaged; an account without a card is passed over',
  ),
})
