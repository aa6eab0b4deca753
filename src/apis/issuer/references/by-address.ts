import * as z from 'zod'
import { type Operation, operation } from '../../../http/operation.ts'
import type { Problem } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { type AddressKey, findAddress } from '../addresses/domain/addresses.ts'
import { findVersion } from '../addresses/domain/version-removal.ts'
import { addressUnknown } from '../addresses/problems/reading.ts'
import { versionUnknown } from '../addresses/problems/version.ts'
import type { Address, Version } from '../addresses/records.ts'
import { type CustomerKey, findCustomer } from '../customers/domain/customers.ts'
import { customerUnknown } from '../customers/problems/reading.ts'
import { issuerUnknown } from '../issuers/problems.ts'
import { Headers } from '../platform/parameters.ts'
import type { Behaviour, Handler } from './behaviour.ts'
import { ADDRESS, ADDRESS_PARAMS, CUSTOMER_PARAMS, customerPath, FORMS, type Forms, VERSIONS } from './paths.ts'

/** Operation ids by the forms of the customer and the address. */
export type AddressIds = { own: Forms; external: Forms }

/** Most behaviours of an address have ids that are formed alike. */
export const addressIds = (id: string): AddressIds => ({
  own: { own: id, external: `${id}ByIssuerExtRef` },
  external: { own: `${id}ByCustomerIssuerExtRef`, external: `${id}ByIssuerExtRefAndCustomerIssuerExtRef` },
})

/** A behaviour of an address; `suffix` is what follows the address in the path. */
export const byAddress = <Q = undefined, B = undefined, R = unknown>(
  ids: AddressIds,
  suffix: string,
  contract: Behaviour<Q, B, R>,
) => at(ids, { ...anAddress, tails: followed(ADDRESS, suffix) }, contract)

/** A behaviour of all versions of an address. */
export const byVersions = <Q = undefined, B = undefined, R = unknown>(ids: AddressIds, contract: Behaviour<Q, B, R>) =>
  at(ids, { ...anAddress, tails: VERSIONS }, contract)

/** A behaviour of one version of an address. */
export const byVersion = <Q = undefined, B = undefined, R = unknown>(ids: AddressIds, contract: Behaviour<Q, B, R>) =>
  at(ids, aVersion, contract)

type Params = CustomerKey & AddressKey & { addressVersionReference?: string | undefined }

/** What stands below a customer: `find` is given the address of the path, and gives what the behaviour is of. */
type Place<Of> = {
  /** Of the path, after the customer. */
  tails: Forms
  params: Record<string, z.ZodString>
  problems: Problem[]
  find(workspace: Workspace, address: Address, params: Params): Of
}

const followed = ({ own, external }: Forms, suffix: string): Forms => ({
  own: own + suffix,
  external: external + suffix,
})

const anAddress: Omit<Place<Address>, 'tails'> = { params: {}, problems: [], find: (_, address) => address }

const aVersion: Place<{ address: Address; version: Version }> = {
  tails: followed(VERSIONS, '/{addressVersionReference}'),
  params: { addressVersionReference: z.string() },
  problems: [versionUnknown],
  find: (workspace, address, { addressVersionReference: reference = '' }) => ({
    address,
    version: findVersion(workspace, address, reference),
  }),
}

const at = <Of, Q, B, R>(
  ids: AddressIds,
  { tails, params, problems, find }: Place<Of>,
  contract: Behaviour<Q, B, R>,
) => ({
  handle: (run: Handler<Of, Q, B, R>): Operation[] =>
    FORMS.flatMap((customer) =>
      FORMS.map((form) =>
        operation<Params, Q, z.output<typeof Headers>, B, R>({
          ...contract,
          id: ids[customer][form],
          path: customerPath(customer) + tails[form],
          params: z.object({ ...CUSTOMER_PARAMS[customer], ...ADDRESS_PARAMS[form], ...params }),
          headers: Headers,
          problems: [issuerUnknown, customerUnknown, addressUnknown, ...problems, ...(contract.problems ?? [])],
        }).handle((workspace, input, exchange) => {
          const address = findAddress(workspace, findCustomer(workspace, input.params), input.params)
          return run(workspace, find(workspace, address, input.params), input, exchange)
        }),
      ),
    ),
})
