import * as z from 'zod'
import { demand } from '../../../../kernel/checks.ts'
import { now } from '../../platform/dates.ts'
import { HENRI } from '../../platform/example-cast.ts'
import { Embed, Filter } from '../../platform/parameters.ts'
import { addressIds, byAddress } from '../../references/by-address.ts'
import { usagesOf } from '../domain/usages.ts'
import { endOf, versionAt, versionsOf } from '../domain/versions.ts'
import { addressNotCurrent } from '../problems/reading.ts'
import { Address } from '../wire/address.ts'
import { addressOf } from '../wire/shown.ts'

export const retrieveAddress = byAddress(addressIds('retrieveAddress'), '', {
  method: 'get',
  summary: 'Read the version of an address that is in force',
  description: 'The temporary version where one is in force, otherwise the permanent one.',
  tag: 'Customer Address',
  source: 'contract 2 #2, #12, #19, #25, 4.12',
  query: z.object({ filter: Filter, embed: Embed(['addressUsages']) }),
  response: Address,
  problems: [addressNotCurrent],
  example: { params: HENRI, query: { embed: ['addressUsages'] } },
}).handle((workspace, address, { query }) => {
  const timeline = versionsOf(workspace, address)
  const version = demand(
    workspace,
    versionAt(timeline, now(workspace)),
    addressNotCurrent,
    () => `no version of ${address.id} is in force`,
  )
  const usages = query.embed && usagesOf(workspace, address)
  return addressOf(address, version, { endDate: endOf(version, timeline), usages })
})
