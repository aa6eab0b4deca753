import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { accounts, cardContracts } from '../records/contract.ts'
import type { Parameter, Subscription } from '../records/subscription.ts'
import type { AddOnSubscription } from './subscription.ts'

/** A subscription, in the order of the contract's members; it has parameters only where there are any. */
export function subscriptionOf(workspace: Workspace, subscription: Subscription): AddOnSubscription {
  const { addonReference, subscriptionDate, serviceTypeReference, parameters } = subscription
  return {
    addonReference,
    subscriptionDate,
    serviceTypeReference,
    ...(parameters.length > 0 && { parameters: parameters.map(parameterOf) }),
    ...entityOf(workspace, subscription),
  }
}

/** The account or card contract of a subscription, by both of its references where it has both. */
export function entityOf(
  workspace: Workspace,
  { accountReference, cardContractReference }: Subscription,
): Pick<AddOnSubscription, 'accountIdentifier' | 'cardContractIdentifier'> {
  if (accountReference !== undefined) {
    const external = accounts(workspace).get(accountReference)?.issuerAccountExternalReference
    return {
      accountIdentifier: {
        accountReference,
        ...(external !== undefined && { issuerAccountExternalReference: external }),
      },
    }
  }
  if (cardContractReference === undefined) return {}
  const external = cardContracts(workspace).get(cardContractReference)?.issuerCardContractExternalReference
  return {
    cardContractIdentifier: {
      cardContractReference,
      ...(external !== undefined && { issuerCardContractExternalReference: external }),
    },
  }
}

const parameterOf = ({ value, type, optional, reference }: Parameter) => ({
  value,
  ...(type !== undefined && { type }),
  optional,
  reference,
})
