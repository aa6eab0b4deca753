import { operation } from '../../../../http/operation.ts'
import { findSide } from '../../domain/side.ts'
import { reverseActivation } from './domain.ts'
import { judgeCustomerReversal } from './edits.ts'
import { REVERSAL } from './problems.ts'
import { CustomerReversal, CustomerReversed, customerReversed, readCustomerReversal, reversalOf } from './wire.ts'

export const customerReversal = operation({
  id: 'Customer Reversal Update',
  method: 'put',
  path: '/customer/reversal',
  summary: 'Take the activation of a pre-issued card back',
  description:
    'Account and card go back to the generic customer, and the card waits for its activation again. The customer stays on file and is updated as by a Customer Update.',
  tag: 'Customers',
  source: 'contract 5.3',
  body: CustomerReversal,
  response: CustomerReversed,
  problems: REVERSAL,
}).handle((workspace, { body }, exchange) => {
  const request = readCustomerReversal(body)
  const reversal = reversalOf(request)
  judgeCustomerReversal(request, findSide(workspace, reversal.update), exchange.at)
  return customerReversed(request, reverseActivation(workspace, reversal))
})
