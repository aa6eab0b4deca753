import * as z from 'zod'
import { remarkLongValues } from '../../domain/long-values.ts'
import { ISSUER_LIMITS } from '../../limit-profiles.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { addressIds, byAddress } from '../../references/by-address.ts'
import { updateAddress as update } from '../domain/updates.ts'
import {
  addressDataMissing,
  countryUnknown,
  emailMalformed,
  serviceCodeUnknown,
  usageNameUnknown,
} from '../problems/create.ts'
import * as refusals from '../problems/update.ts'
import { ModifyAddressRequest, ModifyAddressResponse } from '../wire/address-changes.ts'
import { identifierOf } from '../wire/shown.ts'

export const updateAddress = byAddress(addressIds('modifyAddress'), '', {
  method: 'put',
  summary: 'Update the permanent address as a whole',
  description: [
    'From now on, with the versions to come left as they are. What is left out is emptied, usages apart, which are only',
    'added. An invalid address becomes valid. The update of an inactive address makes a new one, with a reference of its',
    'own, or a version of the one that is active under its label.',
  ].join(' '),
  tag: 'Customer Address',
  source: 'contract 2 #3, #13, #20, #26, 4.23 to 4.28; decision PUT',
  query: z.object({ filter: Filter }),
  limits: ISSUER_LIMITS,
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
  example: {
    params: HENRI,
    body: {
      addressLabel: 'MAIN_POSTAL_ADDRESS',
      addressType: 'POSTAL_MAIL',
      postalAddress: {
        streetName: 'Alexanderplatz',
        buildingNumber: '1',
        postCode: '10178',
        townName: 'BERLIN',
        country: 'DE',
      },
    },
  },
}).handle((workspace, address, { body }) => {
  remarkLongValues(workspace, body)
  return { addressIdentifier: identifierOf(update(workspace, address, body)) }
})
