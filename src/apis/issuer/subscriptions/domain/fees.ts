import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { type Account, type AddOn, accounts } from '../records/contract.ts'
import type { Subscription } from '../records/subscription.ts'

/** Posts the fee of an add-on that has one, as the subscription starts (contract 4.44). */
export function postFee(workspace: Workspace, { addonReference, fee }: AddOn, subscription: Subscription): void {
  if (!fee) return
  const account = payingAccount(workspace, subscription)
  const posted = {
    subscriptionReference: subscription.id,
    addonReference,
    ...fee,
    postingDate: subscription.subscriptionDate,
  }
  if (account) accounts(workspace).patch(account, { fees: [...account.fees, posted] })
  else
    workspace.remark({
      kind: 'fee-not-posted',
      message: `the contract ${subscription.contractReference} has no account to post the fee of ${addonReference} to`,
    })
}

/** Takes back the fee of a subscription that will not start. */
export function withdrawFee(workspace: Workspace, subscription: Subscription): void {
  const account = payingAccount(workspace, subscription)
  const isOther = (fee: Account['fees'][number]) => fee.subscriptionReference !== subscription.id
  if (account && !account.fees.every(isOther))
    accounts(workspace).patch(account, { fees: account.fees.filter(isOther) })
}

/** The account that the subscription is for, else the first of the contract (decision Address and subscription). */
function payingAccount(workspace: Workspace, subscription: Subscription): Account | undefined {
  const { accountReference, contractReference } = subscription
  return accountReference === undefined
    ? accounts(workspace).one('contract', contractReference)
    : accounts(workspace).get(accountReference)
}
