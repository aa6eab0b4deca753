import * as z from 'zod'
import { type Operation, operation } from '../../../http/operation.ts'
import { issuerUnknown } from '../issuers/problems.ts'
import { Headers } from '../platform/parameters.ts'
import { type ContractKey, findContract } from '../subscriptions/domain/contracts.ts'
import { contractUnknown } from '../subscriptions/problems/contract.ts'
import type { Contract } from '../subscriptions/records/contract.ts'
import type { Behaviour, Handler } from './behaviour.ts'

/** A behaviour of a contract, which is named by the platform's reference only. */
export const byContract = <Q = undefined, B = undefined, R = unknown>(
  id: string,
  suffix: string,
  contract: Behaviour<Q, B, R>,
) => ({
  handle: (run: Handler<Contract, Q, B, R>): Operation[] => [
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
