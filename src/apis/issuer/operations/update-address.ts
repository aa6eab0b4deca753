import * as z from 'zod'
import { updateAddress as update } from '../domain/address-updates.ts'
import { ModifyAddressRequest, ModifyAddressResponse } from '../fields/address-changes.ts'
import { Filter } from '../fields/parameters.ts'
import { remarkLongValues } from '../long-values.ts'
import {
  addressDataMissing,
  countryUnknown,
  emailMalformed,
  serviceCodeUnknown,
  usageNameUnknown,
} from '../problems/create.ts'
import * as refusals from '../problems/update.ts'
import { addressIds, byAddress } from '../references/by-address.ts'
import { identifierOf } from '../wire.ts'

export const updateAddress = byAddress(addressIds('modifyAddress'), '', {
  method: 'put',
  summary: 'Update the permanent address as a whole',
  description: [
    'From now on, with the versions to come left as they are. What is left out is emptied, usages apart, which are only',
    'added. An invalid address becomes valid. The update of an inactive address makes a new one, with a reference of its',
    'own, or a version of the one that is active under its label.',
  ].join(' '),
  tag: 'Customer Address',
  source: 'contract 2 (3, 13, 20, 26), 4.23 to 4.28; design 5, PUT',
  query: z.object({ filter: Filter }),
  body: ModifyAddressRequest,
  response: ModifyAddressResponse,
  problems: [
    ...Object.values(refusals),
    addressDataMissing,
    emailMalformed,
    countryUnknown,
    usageNameUnknown,
    serviceCodeUnknown,
  ],
}).handle((workspace, address, { body }) => {
  remarkLongValues(workspace, body)
  return { addressIdentifier: identifierOf(update(workspace, address, body)) }
})
