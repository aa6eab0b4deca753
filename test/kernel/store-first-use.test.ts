import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { dataFolder, opened, things, write } from './data-folder.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const SECOND = { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } }

test('a workspace has a file from its first change on: none that is asked, refused or reset to what it was', async () => {
  const data = dataFolder()
  const { call, workspaces, close } = await opened(data, { scenario: 'quickstart' })
  await call('GET', `/w/reading${CUSTOMER}/addresses`)
  expect((await call('POST', `/w/refused${CUSTOMER}/addresses`, { addressLabel: 'X' })).status).toBe(400)
  await call('POST', '/w/back/_sandbox/reset')
  await call('POST', `/w/changed${CUSTOMER}/addresses`, SECOND)
  expect((await call('PUT', '/_sandbox/workspaces/other', { seed: 7 })).status).toBe(200)
  await call('PUT', '/w/later/_sandbox/clock', { mode: 'frozen', now: '2030-01-01T00:00:00Z' })
  await workspaces.flush()
  expect(workspaces.names.sort()).toEqual(['back', 'changed', 'default', 'later', 'other', 'reading', 'refused'])
  await close()
  expect(readdirSync(data).sort()).toEqual(['changed.json', 'later.json', 'other.json'])
  for (const file of readdirSync(data)) expect(statSync(join(data, file)).mode & 0o777).toBe(0o600)
  const again = await opened(data, { scenario: 'quickstart' })
  expect((await again.call('GET', '/w/other/_sandbox/info')).body.workspace).toMatchObject({ seed: 7 })
})

test('files are read when somebody asks: a start on thousands reads none of them', async () => {
  const data = dataFolder()
  for (let i = 0; i < 3000; i++) writeFileSync(join(data, `ci-${i}.json`), 'of no use')
  const { resumed, call, workspaces } = await opened(data, { maxWorkspaces: 3 })
  expect(resumed).toHaveLength(3000)
  expect(workspaces.names).toHaveLength(3001)
  expect((await call('GET', '/w/ci-2999/_sandbox/info')).status).toBe(503)
  expect((await call('GET', '/w/new/_sandbox/info')).status).toBe(200)
})

test('an evicted file that is gone is told, until the workspace is deleted', async () => {
  const data = dataFolder()
  const clock = { now: 0 }
  const { call, workspaces } = await opened(data, { maxWorkspaces: 2, elapsed: () => clock.now })
  write((await workspaces.use('a')) as Workspace, { id: '1', colour: 'red' })
  clock.now += 60_000
  await workspaces.use('b')
  rmSync(join(data, 'a.json'))
  clock.now += 60_000
  for (let i = 0; i < 2; i++)
    expect(await call('GET', '/w/a/_sandbox/info')).toMatchObject({
      status: 503,
      body: { detail: expect.stringMatching(/a\.json cannot be used: it is gone.*DELETE/) },
    })
  expect((await call('DELETE', '/_sandbox/workspaces/a')).status).toBe(200)
  expect((await call('GET', '/w/a/_sandbox/info')).status).toBe(200)
})

test('with a time to live, one on file goes with its file when nobody has asked for it since the start', async () => {
  const data = dataFolder()
  const before = await opened(data)
  for (const name of ['a', 'b']) write((await before.workspaces.use(name)) as Workspace, { id: '1', colour: 'red' })
  write(before.workspace, { id: '1', colour: 'red' })
  await before.close()
  const clock = { now: 7 }
  const { workspaces, workspace } = await opened(data, { workspaceTtl: 'PT1H', elapsed: () => clock.now })
  clock.now += 1_800_000
  await workspaces.use('b')
  clock.now += 1_800_000
  expect(workspaces.names.sort()).toEqual(['b', 'default'])
  await expect.poll(() => existsSync(join(data, 'a.json'))).toBe(false)
  expect(things((await workspaces.use('a')) as Workspace).size).toBe(0)
  expect(things(workspace).size).toBe(1)
})

test('without one, what is on file stays for ever', async () => {
  const data = dataFolder()
  const before = await opened(data)
  write((await before.workspaces.use('a')) as Workspace, { id: '1', colour: 'red' })
  await before.close()
  const clock = { now: 0 }
  const { workspaces } = await opened(data, { elapsed: () => clock.now })
  clock.now += 1e12
  expect(workspaces.names.sort()).toEqual(['a', 'default'])
  expect(things((await workspaces.use('a')) as Workspace).size).toBe(1)
})

test('a file that comes into the folder while it is served is read on first use, and not written over', async () => {
  const elsewhere = dataFolder()
  const before = await opened(elsewhere)
  write((await before.workspaces.use('a')) as Workspace, { id: '1', colour: 'red' })
  await before.close()
  const data = dataFolder()
  const { workspaces, call } = await opened(data)
  copyFileSync(join(elsewhere, 'a.json'), join(data, 'a.json'))
  writeFileSync(join(data, 'b.json'), 'of no use')
  expect(things((await workspaces.use('a')) as Workspace).size).toBe(1)
  expect((await call('PUT', '/_sandbox/workspaces/b', { seed: 3 })).status).toBe(503)
  expect(readFileSync(join(data, 'b.json'), 'utf8')).toBe('of no use')
})
