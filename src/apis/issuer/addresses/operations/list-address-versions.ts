import * as z from 'zod'
import { CLARAS_MOVE } from '../../platform/example-cast.ts'
import { Filter } from '../../platform/parameters.ts'
import { addressIds, byVersions } from '../../references/by-address.ts'
import { endOf, inOrder, versionsOf } from '../domain/versions.ts'
import { Address } from '../wire/address.ts'
import { addressOf } from '../wire/shown.ts'

export const listAddressVersions = byVersions(addressIds('retrieveAddressVersions'), {
  method: 'get',
  summary: 'List the versions of an address',
  description: 'Past, current and to come, permanent and temporary, in order of start.',
  tag: 'Customer Address',
  source: 'contract 2 #35 to #38, 4.33; decision Reading',
  query: z.object({ filter: Filter }),
  response: z.array(Address),
  example: { params: CLARAS_MOVE },
}).handle((workspace, address) => {
  const timeline = versionsOf(workspace, address)
  return inOrder(timeline).map((version) =>
    addressOf(address, version, { endDate: endOf(version, timeline), versionReference: true }),
  )
})
