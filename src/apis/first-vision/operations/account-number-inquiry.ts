import { operation } from '../../../http/operation.ts'
import { listAccounts } from '../domain/account-number-inquiry.ts'
import { judgeAccountNumberInquiry } from '../edits/account-number-inquiry.ts'
import { CA } from '../problems/account-number-inquiry.ts'
import {
  AccountNumberInquiry,
  AccountNumbers,
  accountNumbers,
  readAccountNumberInquiry,
} from '../wire/account-number-inquiry.ts'

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
