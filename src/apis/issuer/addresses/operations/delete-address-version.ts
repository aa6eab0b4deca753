import { CLARAS_MOVE } from '../../platform/example-cast.ts'
import { byVersion } from '../../references/by-address.ts'
import { removeVersion } from '../domain/version-removal.ts'
import { versionStays } from '../problems/version.ts'
import { DeleteAddressResponse } from '../wire/address-changes.ts'
import { identifierOf } from '../wire/shown.ts'

const ids = {
  own: { own: 'deleteAddress', external: 'deleteAddressByAdrExtRef' },
  external: { own: 'deleteAddressByCusExtRef', external: 'deleteAddressByCusExtRefAndAdrExtRef' },
}

export const deleteAddressVersion = byVersion(ids, {
  method: 'delete',
  summary: 'Delete a version of an address',
  description: 'One that is still to come, or a temporary one in force, which ends now and stays listed.',
  tag: 'Customer Address',
  source: 'contract 2 #31 to #34, 4.34, 4.35',
  response: DeleteAddressResponse,
  problems: [versionStays],
  example: { params: CLARAS_MOVE },
}).handle((workspace, { address, version }) => {
  removeVersion(workspace, version)
  const { addressVersionReference } = version
  return { addressIdentifier: identifierOf(address), addressVersionIdentifier: { addressVersionReference } }
})
