import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stored } from '../kernel/data-folder.ts'
import { fixture, openedAgain } from './data-folders.ts'

type Call = Awaited<ReturnType<ReturnType<typeof openedAgain>['open']>>['call']

const CUSTOMERS = '/api/v2/issuers/1234/customers'
const HENRI = `${CUSTOMERS}/CUS10000375016`
const ANA = '/_sandbox/records/first-vision.customers/998-0009980011000000011'

const lastNames = async (call: Call, workspace: string): Promise<string[]> =>
  (await call('GET', `/w/${workspace}${CUSTOMERS}`)).body.data.map(({ lastName }: { lastName: string }) => lastName)

/** Those whom the first release made up of the recipe `issuer-berlin`. */
const QUICKSTART = ['Voelkel', 'Zipp', 'Wischek', 'Hirsch', 'Klabuhn', 'Harter']

test('a state file of the first release opens: what it wrote, over the people it made up', async () => {
  const { data, open } = openedAgain('first-release')
  const kept = stored(data)
  const { call, workspace } = await open()
  expect(workspace.start.base.digest).toBe(kept.base)
  expect((await lastNames(call, 'default')).slice(0, 6)).toEqual(QUICKSTART)
  expect((await call('GET', '/_sandbox/clock')).body).toEqual({ mode: 'frozen', now: '2026-03-05T09:00:00.000Z' })
  expect((await call('GET', `${HENRI}/addresses`)).body.data).toHaveLength(2)
  expect((await call('GET', ANA)).body.ownerData.nameLine1).toBe('GARCIA/ANA')
  expect(workspace.requests).toBe(kept.requests + 2)
})

test('one over people of a scenario that is no longer at hand opens too', async () => {
  const { data, open } = openedAgain('first-release')
  const { call, workspaces } = await open()
  const names = await lastNames(call, 'people')
  expect(names).toHaveLength(25)
  expect(names[0]).toBe('Nachtigall')
  expect(workspaces.get('people')?.start.base.digest).toBe(stored(data, 'people').base)
  await call('POST', '/w/people/_sandbox/reset')
  const { rows } = workspaces.get('people')?.start.base.tables.get('first-vision.cards') ?? expect.fail()
  expect(rows.size).toBeGreaterThan(25)
  expect((await lastNames(call, 'people'))[0]).not.toBe('Nachtigall')
})

test('one over records that were written down opens', async () => {
  const { open } = openedAgain('first-release')
  const { call } = await open()
  expect(await lastNames(call, 'written')).toContain('Nachtigall')
})

test('what the first release began goes on: numbers, changes, and the file that is written of it now', async () => {
  const { data, open } = openedAgain('first-release')
  const first = await open()
  const { body } = await first.call('PATCH', `/w/people${CUSTOMERS}/CUS10000600002`, { lastName: 'Amsel' })
  expect(body.responseMetadata.statusCode).toBe(200)
  const digest = (await first.call('GET', '/w/people/_sandbox/digest')).body
  await first.close()

  expect(stored(data, 'people').format).toBeGreaterThan(1)
  const again = await open()
  expect((await again.call('GET', '/w/people/_sandbox/digest')).body).toEqual(digest)
  expect((await lastNames(again.call, 'people')).slice(0, 2)).toEqual(['Nachtigall', 'Amsel'])
})

test.each(['default', 'people'])('a state file of format 2 opens, and its snapshots are there: %s', async (name) => {
  const { data, open } = openedAgain('format-2')
  const kept = stored(data, name)
  const { call, workspaces } = await open()
  const { snapshots } = (await call('GET', `/w/${name}/_sandbox/snapshots`)).body
  expect(snapshots).toHaveLength(1)
  expect(workspaces.get(name)?.start.base.digest).toBe(kept.base)
  const [snapshot] = snapshots
  await call('POST', `/w/${name}/_sandbox/snapshots/${snapshot.name}/restore`)
  expect((await call('GET', `/w/${name}/_sandbox/digest`)).body.digest).toBe(snapshot.digest)
})

test.each([
  ['first-release', 'default'],
  ['first-release', 'people'],
  ['first-release', 'written'],
  ['format-2', 'default'],
  ['format-2', 'people'],
])('a state file of an earlier version can be sent as a document too: %s, %s', async (version, name) => {
  const { call } = await openedAgain(version).open()
  const file = readFileSync(fixture(`${version}/${name}.json`), 'utf8')
  const { digest } = (await call('GET', `/w/${name}/_sandbox/digest`)).body
  const sent = await call('PUT', '/w/sent/_sandbox/state', file)
  expect(sent.status, sent.text).toBe(200)
  expect(sent.body.digest).toBe(digest)
})
