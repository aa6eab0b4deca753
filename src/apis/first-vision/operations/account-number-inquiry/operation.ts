import { operation } from '../../../../http/operation.ts'
import { twoStages } from '../../host/two-stages.ts'
import { listAccounts, seekInquiryPlace } from './domain.ts'
import { ACCOUNT_NUMBER_EDITS } from './edits.ts'
import { CA } from './problems.ts'
import { AccountNumberInquiry, AccountNumbers, accountNumbers, inquiryOf, keysOf } from './wire.ts'

export const accountNumberInquiry = operation({
  id: 'Account Number Inquiry',
  method: 'post',
  path: '/customer/accountNumber',
  summary: 'List the accounts of a customer, twenty at a time',
  description:
    'With functionCode N or P the list goes on or back from `startToken`: the parts of `nextToken` or `prevToken` of the answer before.',
  tag: 'Customers',
  source: 'contract 4.1',
  body: AccountNumberInquiry,
  response: AccountNumbers,
  problems: Object.values(CA),
  example: { body: { organizationNumber: 998, customerNumber: '0009980011000000001' } },
}).handle(
  twoStages({
    read: ({ body }) => body,
    place: (workspace, request) => seekInquiryPlace(workspace, keysOf(request)),
    edits: ACCOUNT_NUMBER_EDITS,
    perform: (workspace, request, place) => accountNumbers(listAccounts(workspace, place, inquiryOf(request))),
  }),
)
