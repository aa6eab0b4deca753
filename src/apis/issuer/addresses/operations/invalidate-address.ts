import { HENRI } from '../../platform/example-cast.ts'
import { byAddress } from '../../references/by-address.ts'
import { invalidateAddress as invalidate } from '../domain/invalidation.ts'
import * as refusals from '../problems/invalidation.ts'
import { InvalidAddressResponse } from '../wire/address-changes.ts'
import { identifierOf } from '../wire/shown.ts'

const ids = {
  own: { own: 'invalidateAddress', external: 'invalidateAddressByCustomerAndExtAddress' },
  external: {
    own: 'invalidateAddressByExtCustomerAndAddress',
    external: 'invalidateAddressByExtCustomerRefAndExtAddress',
  },
}

export const invalidateAddress = byAddress(ids, '/invalidate', {
  method: 'post',
  summary: 'Mark a postal address as invalid',
  description: 'Its permanent version, until a new one comes. An invalid address stays as it is.',
  tag: 'Customer Address',
  source: 'contract 2 #4 to #7, 4.31, 4.32; decision Invalidate',
  response: InvalidAddressResponse,
  problems: Object.values(refusals),
  example: { params: HENRI },
}).handle((workspace, address) => {
  invalidate(workspace, address)
  return { addressIdentifier: identifierOf(address), invalid: true }
})
