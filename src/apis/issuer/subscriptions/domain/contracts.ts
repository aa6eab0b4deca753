import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { Customer } from '../../customers/records.ts'
import { issuerOf } from '../../issuers/domain.ts'
import { externalKey } from '../../platform/external-reference.ts'
import { contractOfAnother, contractUnknown } from '../problems/contract.ts'
import { accountNotOfContract, cardContractNotOfContract, entityAmbiguous } from '../problems/entity.ts'
import { accounts, type Contract, cardContracts, contracts } from '../records/contract.ts'
import type { Subscription } from '../records/subscription.ts'
import type { RemoveAddOnSubscriptionRequest } from '../wire/subscription.ts'

/** Callers name a contract by the platform's reference only (contract 4.40). */
export type ContractKey = { issuerId: string; contractReference: string }

/** The contract of a path or a body; an unknown issuer is found before an unknown contract. */
export function findContract(workspace: Workspace, { issuerId, contractReference }: ContractKey): Contract {
  issuerOf(workspace, { issuerId })
  const contract = contracts(workspace).get(contractReference)
  const own = contract?.issuerId === issuerId ? contract : undefined
  return demand(workspace, own, contractUnknown, () => `no contract '${contractReference}' at issuer '${issuerId}'`)
}

export function findContractOf(workspace: Workspace, customer: Customer, contractReference: string): Contract {
  const contract = findContract(workspace, { issuerId: customer.issuerId, contractReference })
  const another = () => `the contract ${contract.id} is not one of customer ${customer.id}`
  refuseIf(workspace, contract.customerReference !== customer.id, contractOfAnother, another)
  return contract
}

/** What a subscription is for: an account or a card contract. */
export type Entity = Pick<Subscription, 'accountReference' | 'cardContractReference'>

export const isSameEntity = (a: Entity, b: Entity): boolean =>
  a.accountReference === b.accountReference && a.cardContractReference === b.cardContractReference

type EntityKey = Pick<RemoveAddOnSubscriptionRequest, 'accountIdentifier' | 'cardContractIdentifier'>

/**
 * The account or card contract that a request names, if it names one; it belongs to the contract. An identifier without a
 * reference names nothing, and where it has both the platform's is used (contract 4.41).
 */
export function findEntity(workspace: Workspace, contract: Contract, key: EntityKey): Entity | undefined {
  const { accountReference, issuerAccountExternalReference: externalAccount } = key.accountIdentifier ?? {}
  const { cardContractReference, issuerCardContractExternalReference: externalCard } = key.cardContractIdentifier ?? {}
  const [namedAccount, namedCard] = [accountReference ?? externalAccount, cardContractReference ?? externalCard]
  refuseIf(workspace, namedAccount !== undefined && namedCard !== undefined, entityAmbiguous)
  if (namedAccount !== undefined) {
    const account = find(accounts(workspace), contract, accountReference, externalAccount)
    const unknown = () => `the contract has no account '${namedAccount}'`
    return { accountReference: demand(workspace, account, accountNotOfContract, unknown).id }
  }
  if (namedCard === undefined) return undefined
  const card = find(cardContracts(workspace), contract, cardContractReference, externalCard)
  const unknown = () => `the contract has no card contract '${namedCard}'`
  return { cardContractReference: demand(workspace, card, cardContractNotOfContract, unknown).id }
}

type Member = { id: string; contractReference: string }
type Members<T> = { get(id: string): T | undefined; one(index: 'external', key: string): T | undefined }

function find<T extends Member>(
  members: Members<T>,
  contract: Contract,
  own: string | undefined,
  external: string | undefined,
): T | undefined {
  const member =
    own === undefined ? members.one('external', externalKey(contract.issuerId, external ?? '')) : members.get(own)
  return member?.contractReference === contract.id ? member : undefined
}
