import { operation } from '../../../../http/operation.ts'
import { twoStages } from '../../host/two-stages.ts'
import { FIRST_VISION_LIMITS } from '../../limit-profiles.ts'
import { seekAccountPlace } from './account-place.ts'
import { addAccount } from './domain.ts'
import { ACCOUNT_EDITS } from './edits.ts'
import { AA, AA_TAKEN, RA } from './problems.ts'
import { AccountAdd, AccountAdded, accountAdded, accountOf } from './wire.ts'

export const accountAdd = operation({
  id: 'Account Add',
  method: 'post',
  path: '/account/add-L8V3',
  summary: 'Open an account for a customer',
  description:
    'The documented members that a customer, account and card need; the others are taken and not kept. Without an account number, the logo gives one.',
  tag: 'Boarding',
  source: 'contract 6',
  limits: FIRST_VISION_LIMITS,
  body: AccountAdd,
  response: AccountAdded,
  problems: [AA, AA_TAKEN, RA].flatMap((table) => Object.values(table)),
  example: {
    body: { accountData: { organization: 998, logo: 501, customerNumber: '0009980011000000010', creditLimit: 1000 } },
  },
}).handle(
  twoStages({
    read: ({ body }) => body.accountData ?? {},
    place: (workspace, request) => seekAccountPlace(workspace, accountOf(request)),
    edits: ACCOUNT_EDITS,
    perform: (workspace, request, place) => accountAdded(addAccount(workspace, place, accountOf(request))),
  }),
)
