import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addresses, versions } from '../../../src/apis/issuer/addresses/records.ts'
import { customers } from '../../../src/apis/issuer/customers/records.ts'
import { isoInstant } from '../../../src/kernel/clock.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { sandbox } from '../../harness.ts'
import { runs } from '../../runs.ts'
import { type Criteria, plainSearch } from './plain-search.ts'
import { history, type Step } from './search-histories.ts'

const CUSTOMERS = '/api/v2/issuers/1234/customers'
const DAY = 86_400_000
const PAGE = 3

type Call = Awaited<ReturnType<typeof sandbox>>['call']

const nth = <T>(all: Iterable<T>, which: number): T | undefined => {
  const list = [...all]
  return list[which % Math.max(1, list.length)]
}

async function carryOut(call: Call, at: string, workspace: Workspace, step: Step): Promise<void> {
  const chosen = nth(customers(workspace).by('issuer', '1234'), 'which' in step ? step.which : 0)?.id ?? ''
  const address = nth(
    addresses(workspace).by('customer', chosen),
    'address' in step && typeof step.address === 'number' ? step.address : 0,
  )
  const path = `${at}${CUSTOMERS}/${chosen}`
  const day = (inDays: number) => isoInstant(workspace.clock.now() + inDays * DAY)
  switch (step.kind) {
    case 'add': {
      const { home, mail, kind: _, ...attributes } = step
      const all = [{ addressLabel: 'MAIN_POSTAL_ADDRESS', ...home }, ...(mail ? [mail] : [])]
      await call('POST', `${at}${CUSTOMERS}`, { ...attributes, addresses: all })
      return
    }
    case 'rename':
      await call('PATCH', path, { lastName: step.lastName, firstName: step.firstName, birthDate: step.birthDate })
      return
    case 'move': {
      const { label, starts, lasts } = step
      const period = {
        startDate: day(starts),
        ...(lasts !== null && { temporary: true, endDate: day(starts + lasts) }),
      }
      await call('POST', `${path}/addresses`, { addressLabel: label, ...step.address, ...period })
      return
    }
    case 'write':
      await call('POST', `${path}/addresses`, { ...step.mail, startDate: day(step.starts) })
      return
    case 'act':
      await call('POST', `${path}/addresses/${address?.id}/${step.action}`)
      return
    case 'removeVersion': {
      const version = nth(versions(workspace).by('address', address?.id ?? ''), step.version)
      await call('DELETE', `${path}/addresses/${address?.id}/address-versions/${version?.id}`)
      return
    }
    case 'wait':
      workspace.clock.moveTo(workspace.clock.now() + step.milliseconds)
      return
    case 'snapshot':
      await call('PUT', `${at}/_sandbox/snapshots/kept`)
      return
    case 'restore':
      await call('POST', `${at}/_sandbox/snapshots/kept/restore`)
      return
    case 'reset':
      await call('POST', `${at}/_sandbox/reset`)
  }
}

/** A page of a search, and what the plain one finds. */
async function look(call: Call, at: string, workspace: Workspace, criteria: Criteria): Promise<number> {
  const query = new URLSearchParams({ ...criteria, offset: String(PAGE) } as Record<string, string>)
  const { status, text, body } = await call('GET', `${at}${CUSTOMERS}?${query}`)
  if (status !== 200) throw new Error(text)
  const all = plainSearch(workspace, criteria)
  const from = Number(criteria.page ?? 0) * PAGE
  const found = body.data.map(
    ({ customerIdentifier }: { customerIdentifier: { customerReference: string } }) =>
      customerIdentifier.customerReference,
  )
  expect(found).toEqual(all.slice(from, from + PAGE))
  expect('next' in body.responseMetadata.links).toBe(all.length > from + PAGE)
  return found.length
}

test('a search finds what looking at every customer finds, whatever happened to them and whenever it is', async () => {
  const { call, workspaces } = await sandbox()
  const counts = { found: 0, searches: 0 }
  let number = 0
  await fc.assert(
    fc.asyncProperty(history, async (happenings) => {
      const name = `history-${number++}`
      const workspace = await workspaces.use(name)
      for (const { step, searches } of happenings) {
        await carryOut(call, `/w/${name}`, workspace, step)
        for (const criteria of searches) {
          counts.searches++
          counts.found += (await look(call, `/w/${name}`, workspace, criteria)) ? 1 : 0
        }
      }
      await call('DELETE', `/_sandbox/workspaces/${name}`)
    }),
    runs(25),
  )
  // Neither side may agree by finding nobody.
  expect(counts.found).toBeGreaterThan(counts.searches / 10)
})
