import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sandbox } from '../harness.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const postalAddress = { streetName: 'Elm Street', postCode: '10115', townName: 'BERLIN', country: 'DE' }
const CREATE = [
  'POST',
  `${CUSTOMER}/addresses`,
  { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress },
] as const

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'snapshot-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A file with the state of a world that has one address more, and a snapshot of before. */
async function exported() {
  const { call } = await sandbox()
  await call('PUT', '/_sandbox/snapshots/before')
  await call(...CREATE)
  const file = join(folder(), 'state.json')
  const state = await call('GET', '/_sandbox/state')
  writeFileSync(file, state.text)
  return { file, digest: (await call('GET', '/_sandbox/digest')).body.digest }
}

test('a world that starts from a file is in its state, and a reset goes back to that', async () => {
  const { file, digest } = await exported()
  const { call, workspaces } = await sandbox({ snapshot: file, scenario: 'empty' })
  expect((await call('GET', '/_sandbox/info')).body.workspace).toMatchObject({ scenario: 'quickstart', digest })
  expect(workspaces.get('default')?.isUnchanged()).toBe(true)
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  expect((await call('GET', `${CUSTOMER}/addresses`)).body.data).toHaveLength(2)
  expect(workspaces.get('default')?.isUnchanged()).toBe(false)
  expect((await call('POST', '/_sandbox/reset')).body.digest).toBe(digest)
  expect((await call('POST', '/_sandbox/reset')).body.digest).toBe(digest)
  await call('POST', '/_sandbox/snapshots/before/restore')
  expect((await call('GET', `${CUSTOMER}/addresses`)).body.data).toHaveLength(1)
  expect((await call('GET', '/w/other/_sandbox/info')).body.workspace.scenario).toBe('empty')
})

test('where a reset goes back to, and the snapshots, outlive a restart, which the file does not begin anew', async () => {
  const { file, digest } = await exported()
  const data = folder()
  const first = await sandbox({ snapshot: file, data })
  await first.call(...CREATE)
  const changed = (await first.call('GET', '/_sandbox/digest')).body.digest
  await first.close()
  const { call } = await sandbox({ snapshot: file, data, scenario: 'empty' })
  expect((await call('GET', '/_sandbox/digest')).body.digest).toBe(changed)
  expect((await call('GET', '/_sandbox/snapshots')).body.snapshots).toMatchObject([{ name: 'before' }])
  expect((await call('POST', '/_sandbox/reset')).body.digest).toBe(digest)
  await call('POST', '/_sandbox/scenarios/future-move/load')
  expect((await call('POST', '/_sandbox/reset')).body.scenario).toBe('future-move')
})
