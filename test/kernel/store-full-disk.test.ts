import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realTiming, type Timing } from '../../src/kernel/store/timing.ts'
import { customerAdd } from '../customer-add.ts'
import { dataFolder, opened, things, write } from './data-folder.ts'
import { fullDisk } from './full-disk.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const SECOND = { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } }
const { path: CUSTOMER_ADD, body: ADDED } = customerAdd
const LINES = 'default.jsonl'

/** However long a test takes, nothing is written whole meanwhile. */
const NO_TIMER: Timing = { ...realTiming, after: () => () => {} }

/** A sandbox whose disk is full from now on, but for so many bytes. */
async function crammed(bytes: number, timing = realTiming) {
  const data = dataFolder()
  const { machine: disk, room } = fullDisk()
  const machine = { ...disk, timing }
  const reported: string[] = []
  const report = (error: unknown) => reported.push((error as Error).message)
  const made = await opened(data, { scenario: 'quickstart', machine, report })
  expect((await made.call('POST', CUSTOMER_ADD, ADDED)).status).toBe(200)
  const before = { digest: made.workspace.digest(), text: readFileSync(join(data, LINES), 'utf8') }
  room.bytes = bytes
  return { ...made, data, room, reported, before }
}

test.each([0, 25])(
  'a change that finds no room is refused in the form of its API, and nothing of it stays',
  async (bytes) => {
    const { call, workspace, data, room, reported, before } = await crammed(bytes, NO_TIMER)
    const added = await call('POST', CUSTOMER_ADD, ADDED)
    expect(added).toMatchObject({ status: 503, text: expect.stringContaining(`${LINES} is not written: ENOSPC`) })
    expect(added.headers.get('x-sandbox-request')).toBe('2')
    const second = await call('POST', `${CUSTOMER}/addresses`, SECOND)
    expect(second).toMatchObject({ status: 503, text: expect.stringContaining(`${LINES} is not written: ENOSPC`) })
    expect(second.body.responseMetadata.statusCode).toBe(503)

    const reset = await call('POST', '/_sandbox/reset')
    expect(reset).toMatchObject({ status: 503, body: { detail: expect.stringContaining('ENOSPC') } })
    for (const [method, path, body] of [
      ['PUT', '/_sandbox/clock', { mode: 'frozen', now: '2030-01-01T00:00:00Z' }],
      ['PUT', '/_sandbox/snapshots/before'],
      ['POST', '/_sandbox/faults', { effect: { kind: 'delay', ms: 1 } }],
    ] as const)
      expect((await call(method, path, body)).status, path).toBe(503)
    expect(workspace.digest()).toBe(before.digest)
    expect(workspace.snapshots.size).toBe(0)
    expect(readFileSync(join(data, LINES), 'utf8')).toBe(before.text)
    expect((await call('GET', `${CUSTOMER}/addresses`)).status).toBe(200)
    expect(await call('GET', '/_sandbox/health/ready')).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('ENOSPC') },
    })
    expect(reported).toEqual([expect.stringContaining('ENOSPC')])

    room.bytes = undefined
    expect((await call('POST', `${CUSTOMER}/addresses`, SECOND)).status).toBeLessThan(300)
    expect((await call('GET', '/_sandbox/health/ready')).status).toBe(200)
  },
)

test('a sandbox is well again when there is room, though nobody asks for anything', async () => {
  const { call, room } = await crammed(0)
  expect((await call('POST', '/_sandbox/reset')).status).toBe(503)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect((await call('GET', '/_sandbox/health/ready')).status).toBe(503)
  room.bytes = undefined
  await expect.poll(async () => (await call('GET', '/_sandbox/health/ready')).status).toBe(200)
})

test('a step of several parts is taken back as a whole', async () => {
  const { workspace } = await crammed(0)
  const digest = workspace.digest()
  expect(() =>
    workspace.carryOut(0, () => {
      write(workspace, { id: 'a', colour: 'red' })
      write(workspace, { id: 'b', colour: 'red' })
      workspace.clock.set('real')
    }),
  ).toThrow('ENOSPC')
  expect(things(workspace).by('colour', 'red')).toEqual([])
  expect(workspace.digest()).toBe(digest)
})

test('lines outlast a power cut where that is asked for, and are left to the system where not', async () => {
  for (const sync of [true, false]) {
    const { machine, room } = fullDisk()
    const { workspace } = await opened(dataFolder(), { machine, sync })
    for (const id of ['a', 'b', 'c']) write(workspace, { id, colour: 'red' })
    expect(room.syncs).toBe(sync ? 3 : 0)
  }
})
