import * as z from 'zod'
import { CLARAS_EMAIL } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { addressIds, byAddress } from '../../references/by-address.ts'
import { deactivateAddress as deactivate } from '../domain/status.ts'
import { mainAddressStays, usageLinked } from '../problems/status.ts'
import { DeactivateAddressResponse } from '../wire/address-changes.ts'
import { identifierOf } from '../wire/shown.ts'

export const deactivateAddress = byAddress(addressIds('deactivateAddress'), '/deactivate', {
  method: 'post',
  summary: 'Deactivate an address',
  description: 'Not the main postal address, nor one that a usage is linked to. An inactive address stays as it is.',
  tag: 'Customer Address',
  source: 'contract 2 #11, #17, #24, #30, 4.30; decision Activate and deactivate',
  query: z.object({ filter: Filter }),
  response: DeactivateAddressResponse,
  problems: [mainAddressStays, usageLinked],
  example: { params: CLARAS_EMAIL },
}).handle((workspace, address) => {
  const inactive = deactivate(workspace, address)
  return { addressIdentifier: identifierOf(inactive), status: inactive.status }
})
