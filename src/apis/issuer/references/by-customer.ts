import * as z from 'zod'
import { type Operation, operation } from '../../../http/operation.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { type CustomerKey, findCustomer, lookUpCustomer } from '../customers/domain/customers.ts'
import { customerUnknown } from '../customers/problems/reading.ts'
import type { Customer } from '../customers/records.ts'
import { issuerUnknown } from '../issuers/problems.ts'
import { Headers } from '../platform/parameters.ts'
import type { Handler, Repeatable } from './behaviour.ts'
import { CUSTOMER_PARAMS, customerPath, FORMS, type Forms } from './paths.ts'

/** A behaviour of a customer; `suffix` is what follows the customer in the path. */
export const byCustomer = <Q = undefined, B = undefined, R = unknown>(
  ids: Forms,
  suffix: string,
  { idempotent, ...contract }: Repeatable<Q, B, R>,
) => ({
  handle: (run: Handler<Customer, Q, B, R>): Operation[] =>
    FORMS.map((form) =>
      operation<CustomerKey, Q, z.output<typeof Headers>, B, R>({
        ...contract,
        id: ids[form],
        path: customerPath(form) + suffix,
        params: z.object(CUSTOMER_PARAMS[form]),
        headers: Headers,
        problems: [issuerUnknown, customerUnknown, ...(contract.problems ?? [])],
        ...(idempotent && {
          idempotencyKey: (workspace, { params, headers }) =>
            idempotencyKey(workspace, ids.own, params, headers['WL-Correlation-ID']),
        }),
      }).handle((workspace, input, exchange) => run(workspace, findCustomer(workspace, input.params), input, exchange)),
    ),
})

/** A retry by the other path is a retry too, so the key has the customer, not the path (decision Idempotency). */
function idempotencyKey(
  workspace: Workspace,
  behaviour: string,
  key: CustomerKey,
  correlationId: string | undefined,
): string | undefined {
  const customer = correlationId ? lookUpCustomer(workspace, key) : undefined
  return customer && [behaviour, customer.issuerId, customer.id, correlationId].join(' ')
}
