import * as z from 'zod'
import { type Operation, operation } from '../../../http/operation.ts'
import { issuerOf } from '../issuers/domain.ts'
import { issuerUnknown } from '../issuers/problems.ts'
import { type Issuer, issuers } from '../issuers/records.ts'
import { Headers } from '../platform/parameters.ts'
import type { Handler, Repeatable } from './behaviour.ts'
import { CUSTOMERS } from './paths.ts'

/** A behaviour of all customers of an issuer. */
export const byIssuer = <Q = undefined, B = undefined, R = unknown>(
  id: string,
  { idempotent, ...contract }: Repeatable<Q, B, R>,
) => ({
  handle: (run: Handler<Issuer, Q, B, R>): Operation[] => [
    operation<{ issuerId: string }, Q, z.output<typeof Headers>, B, R>({
      ...contract,
      id,
      path: CUSTOMERS,
      params: z.object({ issuerId: z.string() }),
      headers: Headers,
      problems: [issuerUnknown, ...(contract.problems ?? [])],
      ...(idempotent && {
        idempotencyKey: (workspace, { params: { issuerId }, headers }) => {
          const correlationId = headers['WL-Correlation-ID']
          return correlationId && issuers(workspace).get(issuerId) ? [id, issuerId, correlationId].join(' ') : undefined
        },
      }),
    }).handle((workspace, input, exchange) => run(workspace, issuerOf(workspace, input.params), input, exchange)),
  ],
})
