import * as z from 'zod'
import { remarkLongValues } from '../../domain/long-values.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { createAddress as create } from '../domain/addresses.ts'
import * as refusals from '../problems/create.ts'
import * as periods from '../problems/periods.ts'
import { CreateAddressRequest, CreateAddressResponse } from '../wire/address.ts'
import { identifierOf } from '../wire/shown.ts'

const ids = { own: 'createAddress', external: 'createAddressByCustomerIssuerExtRef' }

export const createAddress = byCustomer(ids, '/addresses', {
  method: 'post',
  summary: 'Create an address, or a new version of it',
  description: [
    'A label that the customer uses already gets a new version under the same reference: from the start date on, where one',
    'before today counts as now, and under the external reference that is sent, if one is.',
  ].join(' '),
  tag: 'Customer Address',
  source: 'contract 2 #1, #18, 4.6 to 4.20',
  query: z.object({ filter: Filter }),
  limits: ISSUER_LIMITS,
  body: CreateAddressRequest,
  response: CreateAddressResponse,
  problems: [...Object.values(refusals), ...Object.values(periods)],
  idempotent: true,
  example: {
    params: HENRI,
    body: {
      addressLabel: 'SECOND_POSTAL_ADDRESS',
      addressType: 'POSTAL_MAIL',
      postalAddress: {
        streetName: 'Unter den Linden',
        buildingNumber: '5',
        postCode: '10117',
        townName: 'BERLIN',
        country: 'DE',
      },
      addressUsages: [{ addressUsageName: 'CONTRACT_LETTER', serviceCode: 'CONTRACT_SERVICE' }],
    },
  },
}).handle((workspace, customer, { body }) => {
  remarkLongValues(workspace, body)
  return { addressIdentifier: identifierOf(create(workspace, customer, body)) }
})
