import { z } from 'zod'
import { type Operation, operation } from '../../http/operation.ts'
import { findContact } from './domain/contacts.ts'
import { type CustomerKey, findCustomer, findIssuer } from './domain/customers.ts'
import { Headers } from './fields/parameters.ts'
import { contactUnknown } from './problems/contact.ts'
import { customerUnknown, issuerUnknown } from './problems/not-found.ts'
import type { Contact } from './records/contact.ts'
import { type Issuer, issuers } from './records/issuer.ts'
import { type Behaviour, CUSTOMER, CUSTOMER_PARAMS, CUSTOMERS, FORMS, type Handler, type Ids } from './references.ts'

/** A behaviour of all customers of an issuer. */
export const byIssuer = <Q = undefined, B = undefined, R = unknown>(
  id: string,
  { idempotent, ...contract }: Behaviour<Q, B, R>,
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
          const correlationId = headers['wl-correlation-id']
          return correlationId && issuers(workspace).get(issuerId) ? [id, issuerId, correlationId].join(' ') : undefined
        },
      }),
    }).handle((workspace, input, exchange) =>
      run(workspace, findIssuer(workspace, input.params.issuerId), input, exchange),
    ),
  ],
})

/** A behaviour of one contact of a customer. */
export const byContact = <Q = undefined, B = undefined, R = unknown>(
  ids: Ids,
  contract: Omit<Behaviour<Q, B, R>, 'idempotent'>,
) => ({
  handle: (run: Handler<Contact, Q, B, R>): Operation[] =>
    FORMS.map((form) =>
      operation<CustomerKey & { contactReference: string }, Q, z.output<typeof Headers>, B, R>({
        ...contract,
        id: ids[form],
        path: `${CUSTOMERS}/${CUSTOMER[form]}/contacts/{contactReference}`,
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
