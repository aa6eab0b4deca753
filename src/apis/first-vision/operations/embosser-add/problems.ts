import type { Problem } from '../../../../kernel/problem.ts'
import { addCard } from '../../examples/boarding.ts'
import { ACCOUNT_WITHOUT_LOGO, BROKEN, MARIAS_CARD, UNKNOWN } from '../../examples/cast.ts'
import { byRequest as code, family } from '../../host/family.ts'

/**
 * Embosser Add. The sources list no codes for it (contract 6); these are those of the service that adds an account and a
 * card at once.
 */
export const IC = family('IC', 'contract 6, 9 #49', 'assumed', {
  '03S': code(
    'ORGANIZATION IS NOT NUMERIC OR MUST BE VALUE BETWEEN 000 AND 998',
    'organizationNumber is another',
    addCard({ organizationNumber: 999 }),
  ),
  '09S': code(
    'ORGANIZATION NOT DETERMINED',
    'no organization is given, and the account is in none',
    addCard({ organizationNumber: 0, postToAccount: UNKNOWN }),
  ),
  '11S': code(
    'ORGANIZATION NOT FOUND ON FILE',
    'the organization is not configured',
    addCard({ organizationNumber: 123 }),
  ),
  '13S': code(
    'CUSTOMER RECORD NOT FOUND OR ADD PENDING',
    'the card is to have a customer of its own, who is not on file, on either side where the account is dual',
    addCard({ customerNumber: UNKNOWN }),
  ),
  '14S': code(
    'LOGO NOT FOUND ON FILE',
    'the logo of the account is not configured',
    addCard({ organizationNumber: 909, postToAccount: ACCOUNT_WITHOUT_LOGO }, BROKEN),
  ),
  '17S': code('ACCOUNT NUMBER NOT FOUND', 'the account is not on file', addCard({ postToAccount: UNKNOWN })),
})

/** No host code for this is known, so the code is clearly one of the sandbox. */
export const CARD_EXISTS: Problem = {
  code: 'SANDBOX-422',
  message: 'the card number is on file already',
  status: 422,
  basis: 'assumed',
  source: 'contract 6, 8 #9',
  trigger: {
    kind: 'request',
    when: 'a card of any organization has the number, or it is another record’s or reserved elsewhere',
  },
  example: addCard({ cardNumber: MARIAS_CARD }),
}
