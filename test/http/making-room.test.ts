import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'BONN', country: 'DE' },
}

/** A sandbox with room for two workspaces, whose idleness the test decides. */
async function small(data?: string) {
  const clock = { now: 0 }
  const made = await sandbox({ maxWorkspaces: 2, elapsed: () => clock.now, data })
  const status = async (path: string) => (await made.call('GET', path)).status
  return { ...made, clock, status }
}

test('where no workspace can go, a new one is refused as problem details', async () => {
  const { call, clock, status } = await small()
  expect(await status(`/w/a${ADDRESSES}`)).toBe(200)
  const refused = await call('GET', `/w/b${ADDRESSES}`)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(refused).toMatchObject({ status: 503, body: { status: 503, title: 'Service Unavailable' } })
  expect(await call('PUT', '/_sandbox/workspaces/b')).toMatchObject({ status: 503, body: { status: 503 } })
  expect(await status(ADDRESSES)).toBe(200)
  clock.now += 60_000
  expect(await status(`/w/b${ADDRESSES}`)).toBe(200)
  expect(await status(`/w/a${ADDRESSES}`)).toBe(503)
})

test('in memory, a workspace with changes never makes room', async () => {
  const { call, clock, status } = await small()
  await call('POST', `/w/a${ADDRESSES}`, SECOND)
  clock.now += 3_600_000
  expect(await status(`/w/b${ADDRESSES}`)).toBe(503)
  await call('POST', '/w/a/_sandbox/reset')
  clock.now += 60_000
  expect(await status(`/w/b${ADDRESSES}`)).toBe(200)
})

test('with files, it leaves to its file, is listed as there, and comes back as it was', async () => {
  const data = mkdtempSync(join(tmpdir(), 'data-'))
  const { call, clock, status, close } = await small(data)
  try {
    await call('POST', `/w/a${ADDRESSES}`, SECOND)
    const { digest } = (await call('GET', '/w/a/_sandbox/digest')).body
    clock.now += 60_000
    expect(await status(`/w/b${ADDRESSES}`)).toBe(200)
    expect((await call('GET', '/_sandbox/workspaces')).body.workspaces).toEqual([
      expect.objectContaining({ name: 'default', requests: 0 }),
      expect.objectContaining({ name: 'b', requests: 1 }),
      { name: 'a', onFile: true },
    ])
    clock.now += 60_000
    expect((await call('GET', '/w/a/_sandbox/digest')).body).toEqual({ digest })
    // The other one never changed, so nothing is kept of it.
    expect((await call('DELETE', '/_sandbox/workspaces/b')).status).toBe(404)
    expect((await call('DELETE', '/_sandbox/workspaces/a')).status).toBe(200)
    expect(readdirSync(data)).toEqual(['.lock'])
  } finally {
    await close()
    rmSync(data, { recursive: true })
  }
})
