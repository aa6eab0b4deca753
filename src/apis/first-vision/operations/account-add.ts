import { operation } from '../../../http/operation.ts'
import { addAccount } from '../domain/account-add.ts'
import { placeOfAccount } from '../domain/account-place.ts'
import { findLogo, findOrganization } from '../domain/organizations.ts'
import { judgeAccountAdd } from '../edits/account-add.ts'
import { AA, RA } from '../problems/account-add.ts'
import { AccountAdd, AccountAdded, accountAdded, accountOf } from '../wire/account-add.ts'

export const accountAdd = operation({
  id: 'Account Add',
  method: 'post',
  path: '/account/add-L8V3',
  summary: 'Open an account for a customer',
  description:
    'The documented members that a customer, account and card need; the others are taken and not kept. Without an account number, the logo gives one.',
  tag: 'Boarding',
  source: 'contract 6',
  body: AccountAdd,
  response: AccountAdded,
  problems: [...Object.values(AA), ...Object.values(RA)],
}).handle((workspace, { body }) => {
  const request = body.accountData ?? {}
  const addition = accountOf(request)
  const { organizationNumber = 0, logo = 0 } = placeOfAccount(workspace, addition)
  const organization = findOrganization(workspace, organizationNumber)
  judgeAccountAdd(request, organization && findLogo(organization, logo))
  return accountAdded(addAccount(workspace, addition))
})
