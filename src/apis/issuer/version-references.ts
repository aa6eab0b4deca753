import { z } from 'zod'
import { type Operation, operation } from '../../http/operation.ts'
import { type AddressKey, findAddress } from './domain/addresses.ts'
import { type CustomerKey, findCustomer } from './domain/customers.ts'
import { findVersion } from './domain/version-removal.ts'
import { Headers } from './fields/parameters.ts'
import { addressUnknown, customerUnknown, issuerUnknown } from './problems/not-found.ts'
import { versionUnknown } from './problems/version.ts'
import type { Address, Version } from './records/address.ts'
import {
  ADDRESS_PARAMS,
  type AddressIds,
  type Behaviour,
  CUSTOMER,
  CUSTOMER_PARAMS,
  CUSTOMERS,
  FORMS,
  type Handler,
  VERSIONS,
} from './references.ts'

/** A behaviour of one version of an address. */
export const byVersion = <Q = undefined, B = undefined, R = unknown>(
  ids: AddressIds,
  contract: Omit<Behaviour<Q, B, R>, 'idempotent'>,
) => ({
  handle: (run: Handler<{ address: Address; version: Version }, Q, B, R>): Operation[] =>
    FORMS.flatMap((customerForm) =>
      FORMS.map((form) =>
        operation<CustomerKey & AddressKey & { addressVersionReference: string }, Q, z.output<typeof Headers>, B, R>({
          ...contract,
          id: ids[customerForm][form],
          path: `${CUSTOMERS}/${CUSTOMER[customerForm]}/${VERSIONS[form]}/{addressVersionReference}`,
          params: z.object({
            ...CUSTOMER_PARAMS[customerForm],
            ...ADDRESS_PARAMS[form],
            addressVersionReference: z.string(),
          }),
          headers: Headers,
          problems: [issuerUnknown, customerUnknown, addressUnknown, versionUnknown, ...(contract.problems ?? [])],
        }).handle((workspace, input, exchange) => {
          const customer = findCustomer(workspace, input.params)
          const address = findAddress(workspace, customer, input.params)
          const version = findVersion(workspace, address, input.params.addressVersionReference)
          return run(workspace, { address, version }, input, exchange)
        }),
      ),
    ),
})
