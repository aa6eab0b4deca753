import { operation } from '../../../../http/operation.ts'
import { dateAt } from '../../host/calendar.ts'
import { remarkIgnoredCoOwner, settingsOf } from '../customer-add/operation.ts'
import { activateCustomer } from './domain.ts'
import { judgeCustomerActivation } from './edits.ts'
import { ACTIVATION } from './problems.ts'
import {
  activationOf,
  CustomerActivated,
  CustomerActivation,
  customerActivated,
  readCustomerActivation,
} from './wire.ts'

export const customerActivation = operation({
  id: 'Customer with PAN Activation Add',
  method: 'post',
  path: '/customer/activation',
  summary: 'Put a customer on file and give them a pre-issued card',
  description:
    'The customer is added as by a Customer Add. The card and its account, so far a generic customer’s, become theirs, and the card is active.',
  tag: 'Customers',
  source: 'contract 5.4',
  body: CustomerActivation,
  response: CustomerActivated,
  problems: ACTIVATION,
}).handle((workspace, { body }, exchange) => {
  const request = readCustomerActivation(body)
  const activation = activationOf(request)
  judgeCustomerActivation(request, settingsOf(workspace, activation.addition), dateAt(exchange.at))
  if (request.ignoredCoOwner) remarkIgnoredCoOwner(workspace, `${PEOPLE}.coOwnerActivationData`)
  if (request.cutState)
    workspace.remark({ kind: 'cut-value', message: 'of a state the record holds three characters', path: PEOPLE })
  return customerActivated(activateCustomer(workspace, activation))
})

const PEOPLE = 'customerActivationData.ownerCoOwnerActivationData'
