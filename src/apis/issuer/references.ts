import { z } from 'zod'
import type { Exchange } from '../../http/exchange.ts'
import { type Contract, type Operation, operation } from '../../http/operation.ts'
import type { Workspace } from '../../sandbox/workspace.ts'
import { type AddressKey, findAddress } from './domain/addresses.ts'
import { type ContractKey, findContract } from './domain/contracts.ts'
import { type CustomerKey, findCustomer, lookUpCustomer } from './domain/customers.ts'
import { Headers } from './fields/parameters.ts'
import { contractUnknown } from './problems/contract.ts'
import { addressUnknown, customerUnknown, issuerUnknown } from './problems/not-found.ts'
import type { Address } from './records/address.ts'
import type { Contract as CardholderContract } from './records/contract.ts'
import type { Customer } from './records/customer.ts'

// One behaviour stands at two paths or four: the customer, and the address, by the platform's reference or by the
// issuer's (contract 2, Path quirks). What a behaviour is given is the customer or the address itself.

type Form = 'own' | 'external'
export const FORMS = ['own', 'external'] as const
export type Ids = Record<Form, string>

/** Operation ids by the forms of the customer and the address. */
export type AddressIds = Record<Form, Ids>

/** Most behaviours of an address have ids that are formed alike. */
export const addressIds = (id: string): AddressIds => ({
  own: { own: id, external: `${id}ByIssuerExtRef` },
  external: { own: `${id}ByCustomerIssuerExtRef`, external: `${id}ByIssuerExtRefAndCustomerIssuerExtRef` },
})

export const CUSTOMERS = '/api/v2/issuers/{issuerId}/customers'
export const CUSTOMER = { own: '{customerReference}', external: 'external-customers/{issuerCustomerExternalReference}' }
const ADDRESS = {
  own: 'addresses/{addressReference}',
  external: 'addresses/external-addresses/{issuerAddressExternalReference}',
}
/** These alone have the issuer's reference of an address without `addresses/` before it. */
export const VERSIONS = {
  own: 'addresses/{addressReference}/address-versions',
  external: 'external-addresses/{issuerAddressExternalReference}/address-versions',
}

export const CUSTOMER_PARAMS = {
  own: { issuerId: z.string(), customerReference: z.string() },
  external: { issuerId: z.string(), issuerCustomerExternalReference: z.string() },
}
export const ADDRESS_PARAMS = {
  own: { addressReference: z.string() },
  external: { issuerAddressExternalReference: z.string() },
}

/** An operation but for where it stands. `idempotent`: a retry under the same correlation id is answered as before. */
export type Behaviour<Q, B, R> = Omit<
  Contract<unknown, Q, unknown, B, R>,
  'id' | 'path' | 'params' | 'headers' | 'idempotencyKey'
> & { idempotent?: boolean }

export type Handler<Of, Q, B, R> = (workspace: Workspace, of: Of, input: { query: Q; body: B }, exchange: Exchange) => R

/** A behaviour of a customer; `suffix` is what follows the customer in the path. */
export const byCustomer = <Q = undefined, B = undefined, R = unknown>(
  ids: Ids,
  suffix: string,
  { idempotent, ...contract }: Behaviour<Q, B, R>,
) => ({
  handle: (run: Handler<Customer, Q, B, R>): Operation[] =>
    FORMS.map((form) =>
      operation<CustomerKey, Q, z.output<typeof Headers>, B, R>({
        ...contract,
        id: ids[form],
        path: `${CUSTOMERS}/${CUSTOMER[form]}${suffix}`,
        params: z.object(CUSTOMER_PARAMS[form]),
        headers: Headers,
        problems: [issuerUnknown, customerUnknown, ...(contract.problems ?? [])],
        ...(idempotent && {
          idempotencyKey: (workspace, { params, headers }) =>
            idempotencyKey(workspace, ids.own, params, headers['wl-correlation-id']),
        }),
      }).handle((workspace, input, exchange) => run(workspace, findCustomer(workspace, input.params), input, exchange)),
    ),
})

type AddressBehaviour<Q, B, R> = Omit<Behaviour<Q, B, R>, 'idempotent'>

/** A behaviour of an address; `suffix` is what follows the address in the path. */
export const byAddress = <Q = undefined, B = undefined, R = unknown>(
  ids: AddressIds,
  suffix: string,
  contract: AddressBehaviour<Q, B, R>,
) => atAddress(ids, { own: ADDRESS.own + suffix, external: ADDRESS.external + suffix }, contract)

/** A behaviour of all versions of an address. */
export const byVersions = <Q = undefined, B = undefined, R = unknown>(
  ids: AddressIds,
  contract: AddressBehaviour<Q, B, R>,
) => atAddress(ids, VERSIONS, contract)

const atAddress = <Q, B, R>(ids: AddressIds, tails: Ids, contract: AddressBehaviour<Q, B, R>) => ({
  handle: (run: Handler<Address, Q, B, R>): Operation[] =>
    FORMS.flatMap((customerForm) =>
      FORMS.map((form) =>
        operation<CustomerKey & AddressKey, Q, z.output<typeof Headers>, B, R>({
          ...contract,
          id: ids[customerForm][form],
          path: `${CUSTOMERS}/${CUSTOMER[customerForm]}/${tails[form]}`,
          params: z.object({ ...CUSTOMER_PARAMS[customerForm], ...ADDRESS_PARAMS[form] }),
          headers: Headers,
          problems: [issuerUnknown, customerUnknown, addressUnknown, ...(contract.problems ?? [])],
        }).handle((workspace, input, exchange) => {
          const customer = findCustomer(workspace, input.params)
          return run(workspace, findAddress(workspace, customer, input.params), input, exchange)
        }),
      ),
    ),
})

/** A behaviour of a contract, which is named by the platform's reference only. */
export const byContract = <Q = undefined, B = undefined, R = unknown>(
  id: string,
  suffix: string,
  contract: Omit<Behaviour<Q, B, R>, 'idempotent'>,
) => ({
  handle: (run: Handler<CardholderContract, Q, B, R>): Operation[] => [
    operation<ContractKey, Q, z.output<typeof Headers>, B, R>({
      ...contract,
      id,
      path: `/api/v2/issuers/{issuerId}/contracts/{contractReference}${suffix}`,
      params: z.object({ issuerId: z.string(), contractReference: z.string() }),
      headers: Headers,
      problems: [issuerUnknown, contractUnknown, ...(contract.problems ?? [])],
    }).handle((workspace, input, exchange) => run(workspace, findContract(workspace, input.params), input, exchange)),
  ],
})

/** A retry by the other path is a retry too, so the key has the customer, not the path (design 5, Idempotency). */
const idempotencyKey = (
  workspace: Workspace,
  behaviour: string,
  key: CustomerKey,
  correlationId: string | undefined,
): string | undefined => {
  const customer = correlationId ? lookUpCustomer(workspace, key) : undefined
  return customer && [behaviour, customer.issuerId, customer.id, correlationId].join(' ')
}
