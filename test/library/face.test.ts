import { expect, expectTypeOf, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { sandbox } from '../harness.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = JSON.stringify({
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'BONN', country: 'DE' },
})
const INIT = { method: 'POST', headers: { 'content-type': 'application/json' }, body: SECOND }

test('what the package shows of a sandbox is what its users need, and no more', async () => {
  const sandbox = await createSandbox()
  expect(Object.keys(sandbox).sort()).toEqual(['close', 'fetch', 'listen', 'request', 'workspace'])
  await sandbox.close()
})

test('a sandbox stands in for fetch, whatever it is called with', async () => {
  const { fetch } = await createSandbox()
  expectTypeOf<Sandbox['fetch']>().toExtend<typeof globalThis.fetch>()
  const url = `http://anywhere.example${ADDRESSES}`
  expect((await fetch(url, INIT)).status).toBe(200)
  expect((await fetch(new Request(url, INIT))).status).toBe(200)
  const read = await fetch(new URL(url))
  expect(((await read.json()) as { data: unknown[] }).data).toHaveLength(2)
})

test('sandboxes of one process know nothing of each other', async () => {
  const [one, other] = [await createSandbox(), await createSandbox()]
  expect((await one.request(ADDRESSES, INIT)).status).toBe(200)
  const read = await other.request(ADDRESSES)
  expect(((await read.json()) as { data: unknown[] }).data).toHaveLength(1)
})

test('sandboxes that share what they have made of scenarios do not see what the other has saved', async () => {
  const [one, other] = [await sandbox(), await sandbox()]
  const saved = await one.call('POST', '/_sandbox/scenarios', { name: 'mine' })
  expect(saved.status).toBe(200)
  expect((await one.call('POST', '/_sandbox/scenarios/mine/load')).status).toBe(200)
  expect((await other.call('POST', '/_sandbox/scenarios/mine/load')).status).toBe(404)
})
