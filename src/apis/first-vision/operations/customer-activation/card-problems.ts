import { STRANDED, STRAY_CARD } from '../../examples/cast.ts'
import { activate, NO_TOKEN } from '../../examples/updates.ts'
import { byRequest as code, family } from '../../host/family.ts'

/** Codes of the card activation service, for the card of an activation and of its reversal (contract 6, 9 #49). */
export const EA = family('EA', 'contract 9 #49', 'assumed', {
  '01S': code(
    'REQUESTED CARD/ACCOUNT NUMBER IS NOT FOUND',
    'panToken is not given, or is no card’s of the organization',
    activate({ panToken: NO_TOKEN }),
  ),
  '06S': code(
    'ACCOUNT NUMBER NOT FOUND',
    'the card is on file, and the account that it posts to is not',
    activate({ organizationNumber: 920, panToken: STRAY_CARD }, STRANDED),
  ),
})
