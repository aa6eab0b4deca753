import * as z from 'zod'
import { refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { now } from '../../platform/dates.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Embed, Filter, Flag, OptionalText } from '../../platform/parameters.ts'
import { byCustomer } from '../../references/by-customer.ts'
import { addressesOf } from '../domain/addresses.ts'
import { serves, usagesOf } from '../domain/usages.ts'
import { endOf, inOrder, versionAt, versionsOf } from '../domain/versions.ts'
import { usageFilterIncomplete } from '../problems/reading.ts'
import { Address, type AddressUsage } from '../wire/address.ts'
import { addressOf } from '../wire/shown.ts'

const Query = z.object({
  filter: Filter,
  embed: Embed(['addressUsages']),
  serviceCode: OptionalText,
  entityReference: OptionalText,
  addressUsageName: OptionalText,
  showHistory: Flag(false),
})

const ids = { own: 'listAddressesForCustomer', external: 'listAddressesForCustomerByIssuerExtRef' }

export const listAddresses = byCustomer(ids, '/addresses', {
  method: 'get',
  summary: 'List the addresses of a customer',
  description:
    'The version in force of each active address; with `showHistory=true` all versions of all addresses, past and future.',
  tag: 'Customer',
  source: 'contract 2 #47, #52, 4.47',
  query: Query,
  response: z.array(Address),
  problems: [usageFilterIncomplete],
  example: { params: HENRI },
}).handle((workspace, customer, { query }) => {
  const { embed, showHistory = false } = query
  const wanted = usageOf(workspace, query)
  const present = now(workspace)
  return addressesOf(workspace, customer).flatMap((address) => {
    if (wanted && !serves(workspace, address, wanted)) return []
    if (!showHistory && address.status !== 'ACTIVE') return []
    const timeline = versionsOf(workspace, address)
    const current = showHistory ? undefined : versionAt(timeline, present)
    const shown = showHistory ? inOrder(timeline) : current ? [current] : []
    const usages = embed && usagesOf(workspace, address)
    return shown.map((version) =>
      addressOf(address, version, { endDate: endOf(version, timeline), versionReference: showHistory, usages }),
    )
  })
})

/** The usage that the list is narrowed to, if any. */
function usageOf(workspace: Workspace, query: z.output<typeof Query>): AddressUsage | undefined {
  const { serviceCode, addressUsageName, entityReference } = query
  if (serviceCode !== undefined && addressUsageName !== undefined)
    return { serviceCode, addressUsageName, entityReference }
  refuseIf(
    workspace,
    serviceCode !== undefined || addressUsageName !== undefined || entityReference !== undefined,
    usageFilterIncomplete,
  )
  return undefined
}
