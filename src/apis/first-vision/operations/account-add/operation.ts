import { operation } from '../../../../http/operation.ts'
import { findLogo, findOrganization } from '../../domain/organizations.ts'
import { placeOfAccount } from './account-place.ts'
import { addAccount } from './domain.ts'
import { judgeAccountAdd } from './edits.ts'
import { AA, RA } from './problems.ts'
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
