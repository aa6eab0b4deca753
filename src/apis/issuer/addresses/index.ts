import { activateAddress } from './operations/activate-address.ts'
import { addAddressUsage } from './operations/add-address-usage.ts'
import { createAddress } from './operations/create-address.ts'
import { deactivateAddress } from './operations/deactivate-address.ts'
import { deleteAddressVersion } from './operations/delete-address-version.ts'
import { invalidateAddress } from './operations/invalidate-address.ts'
import { listAddressVersions } from './operations/list-address-versions.ts'
import { listAddresses } from './operations/list-addresses.ts'
import { removeAddressUsages } from './operations/remove-address-usages.ts'
import { retrieveAddress } from './operations/retrieve-address.ts'
import { updateAddress } from './operations/update-address.ts'

export const addressOperations = [
  ...listAddresses,
  ...retrieveAddress,
  ...createAddress,
  ...updateAddress,
  ...activateAddress,
  ...deactivateAddress,
  ...invalidateAddress,
  ...addAddressUsage,
  ...removeAddressUsages,
  ...listAddressVersions,
  ...deleteAddressVersion,
]
