import { CLARAS_SECOND_ADDRESS } from '../../platform/example-cast.ts'
import { addressIds, byAddress } from '../../references/by-address.ts'
import { removeUsages } from '../domain/usages.ts'
import { usageUnknown } from '../problems/usage.ts'
import { DeleteAddressUsageResponse, RemovedUsageQuery } from '../wire/address-changes.ts'
import { usageOf } from '../wire/shown.ts'

export const removeAddressUsages = byAddress(addressIds('deleteAddressUsage'), '/address-usages', {
  method: 'delete',
  summary: 'Take a usage off an address',
  description: 'Of one entity, or of all where none is named. The answer lists what was removed.',
  tag: 'Customer Address',
  source: 'contract 2 #10, #16, #22, #29, 4.22',
  query: RemovedUsageQuery,
  response: DeleteAddressUsageResponse,
  problems: [usageUnknown],
  example: {
    params: CLARAS_SECOND_ADDRESS,
    query: { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' },
  },
}).handle((workspace, address, { query }) => ({
  addressUsages: removeUsages(workspace, address, query).map(usageOf),
}))
