import { operation } from '../../../../http/operation.ts'
import { listAccounts } from './domain.ts'
import { judgeAccountNumberInquiry } from './edits.ts'
import { CA } from './problems.ts'
import { AccountNumberInquiry, AccountNumbers, accountNumbers, readAccountNumberInquiry } from './wire.ts'

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
}).handle((workspace, { body }) => {
  judgeAccountNumberInquiry(body)
  return accountNumbers(listAccounts(workspace, readAccountNumberInquiry(body)))
})
