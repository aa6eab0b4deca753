import * as z from 'zod'
import { type Operation, operation } from '../../../http/operation.ts'
import { findContact } from '../contacts/domain.ts'
import { contactUnknown } from '../contacts/problems.ts'
import type { Contact } from '../contacts/records.ts'
import { type CustomerKey, findCustomer } from '../customers/domain/customers.ts'
import { customerUnknown } from '../customers/problems/reading.ts'
import { issuerUnknown } from '../issuers/problems.ts'
import { Headers } from '../platform/parameters.ts'
import type { Behaviour, Handler } from './behaviour.ts'
import { CUSTOMER_PARAMS, customerPath, FORMS, type Forms } from './paths.ts'

/** A behaviour of one contact of a customer. */
export const byContact = <Q = undefined, B = undefined, R = unknown>(ids: Forms, contract: Behaviour<Q, B, R>) => ({
  handle: (run: Handler<Contact, Q, B, R>): Operation[] =>
    FORMS.map((form) =>
      operation<CustomerKey & { contactReference: string }, Q, z.output<typeof Headers>, B, R>({
        ...contract,
        id: ids[form],
        path: `${customerPath(form)}/contacts/{contactReference}`,
        params: z.object({ ...CUSTOMER_PARAMS[form], contactReference: z.string() }),
        headers: Headers,
        problems: [issuerUnknown, customerUnknown, contactUnknown, ...(contract.problems ?? [])],
      }).handle((workspace, input, exchange) => {
        const customer = findCustomer(workspace, input.params)
        const contact = findContact(workspace, customer, input.params.contactReference)
        return run(workspace, contact, input, exchange)
      }),
    ),
})
