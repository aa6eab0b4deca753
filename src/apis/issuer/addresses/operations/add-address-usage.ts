import * as z from 'zod'
import { remarkLongValues } from '../../domain/long-values.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { addressIds, byAddress } from '../../references/by-address.ts'
import { addUsage } from '../domain/usages.ts'
import { serviceCodeUnknown, usageNameUnknown } from '../problems/create.ts'
import { usageOnInactive } from '../problems/usage.ts'
import { CreateAddressUsageRequest, CreateAddressUsageResponse } from '../wire/address-changes.ts'
import { usageOf } from '../wire/shown.ts'

export const addAddressUsage = byAddress(addressIds('createAddressUsage'), '/address-usages', {
  method: 'post',
  summary: 'Link a usage to an address',
  description: 'At once. It is taken off the address of the customer that had it; adding it again changes nothing.',
  tag: 'Customer Address',
  source: 'contract 2 #9, #15, #21, #28, 4.18 to 4.21',
  query: z.object({ filter: Filter }),
  body: CreateAddressUsageRequest,
  response: CreateAddressUsageResponse,
  problems: [usageNameUnknown, serviceCodeUnknown, usageOnInactive],
  example: { params: HENRI, body: { addressUsageName: 'STATEMENT_SENDING', serviceCode: 'ACCOUNT_SERVICE' } },
}).handle((workspace, address, { body }) => {
  remarkLongValues(workspace, body)
  addUsage(workspace, address, body)
  return usageOf(body)
})
