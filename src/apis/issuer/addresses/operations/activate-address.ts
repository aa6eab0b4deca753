import * as z from 'zod'
import { CLARAS_HEAD_OFFICE } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { addressIds, byAddress } from '../../references/by-address.ts'
import { activateAddress as activate } from '../domain/status.ts'
import { labelInUse } from '../problems/status.ts'
import { ActivateAddressResponse } from '../wire/address-changes.ts'
import { identifierOf } from '../wire/shown.ts'

export const activateAddress = byAddress(addressIds('activateAddress'), '/activate', {
  method: 'post',
  summary: 'Activate an address',
  description: 'A temporary version that is in force serves again as well. An active address stays as it is.',
  tag: 'Customer Address',
  source: 'contract 2 #8, #14, #23, #27, 4.29; decision Activate and deactivate',
  query: z.object({ filter: Filter }),
  response: ActivateAddressResponse,
  problems: [labelInUse],
  example: { params: CLARAS_HEAD_OFFICE },
}).handle((workspace, address) => {
  const active = activate(workspace, address)
  return { addressIdentifier: identifierOf(active), status: active.status }
})
