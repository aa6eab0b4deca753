import * as z from 'zod'
import { createAddress } from '../../addresses/domain/addresses.ts'
import * as addresses from '../../addresses/problems/create.ts'
import * as periods from '../../addresses/problems/periods.ts'
import { identifierOf } from '../../addresses/wire/shown.ts'
import { remarkLongValues } from '../../domain/long-values.ts'
import { remarkingIn } from '../../domain/remarks.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { HENRI, HENRIS_CONTRACT } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { findContractOf } from '../domain/contracts.ts'
import { subscribe } from '../domain/subscribing.ts'
import * as contracts from '../problems/contract.ts'
import * as entities from '../problems/entity.ts'
import * as subscriptions from '../problems/subscription.ts'
import { entityOf } from '../wire/shown.ts'
import { CreateAddressAndSubscriptionRequest, CreateAddressAndSubscriptionResponse } from '../wire/subscription.ts'

const ids = { own: 'createAddressAndSubscription', external: 'createAddressAndSubscriptionByCustomerIssuerExtRef' }

export const createAddressAndSubscription = byCustomer(ids, '/addresses-and-subscriptions', {
  method: 'post',
  summary: 'Create an address, and subscribe a contract to an add-on',
  description:
    'Both or neither. The contract is looked up first, then the address is made, then the subscription. A subscription ' +
    'date of today means now, unless a later time of today is given. An add-on is held once for each account, and once ' +
    'for each card contract. What is replaced ends as the new one starts, also where it had a later end.',
  tag: 'Customer - Related',
  source: 'contract 2 #39, #40, 4.40 to 4.46; decision Address and subscription',
  query: z.object({ filter: Filter }),
  limits: ISSUER_LIMITS,
  body: CreateAddressAndSubscriptionRequest,
  response: CreateAddressAndSubscriptionResponse,
  problems: [contracts, addresses, periods, entities, subscriptions].flatMap((of) => Object.values(of)),
  idempotent: true,
  example: {
    params: HENRI,
    body: {
      createAddressRequest: {
        addressLabel: 'PRIVATE_MOBILE_PHONE',
        addressType: 'PHONE',
        phone: { countryCode: '49', localPhoneNumber: '030 23125001' },
      },
      createAddOnSubscriptionRequest: {
        addonReference: 'ALERT',
        serviceTypeReference: 'SMS',
        accountIdentifier: { accountReference: 'ACC10000375016' },
        parameters: [{ reference: 'MOBILE_NUMBER', value: '+493023125001' }],
      },
      contractReference: HENRIS_CONTRACT.contractReference,
    },
  },
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  const contract = findContractOf(workspace, customer, body.contractReference)
  const address = remarkingIn('createAddressRequest', workspace, () =>
    createAddress(workspace, customer, body.createAddressRequest),
  )
  const subscription = subscribe(workspace, contract, body.createAddOnSubscriptionRequest)
  const { addonReference, subscriptionDate } = subscription
  return {
    createAddressResponse: { addressIdentifier: identifierOf(address) },
    createAddOnSubscriptionResponse: { addonReference, subscriptionDate, ...entityOf(workspace, subscription) },
  }
})
