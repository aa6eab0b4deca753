import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customers } from '../../src/apis/first-vision/records/customers.ts'
import { customerAdd } from '../customer-add.ts'
import { runs } from '../runs.ts'
import { dataFolder, opened, things } from './data-folder.ts'

type World = Awaited<ReturnType<typeof opened>>
type Act = (world: World) => unknown

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const POSTAL = { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } }

const asks =
  (method: string, path: string, body?: unknown): Act =>
  ({ call }) =>
    call(method, path, body)

const withThings =
  (work: (table: ReturnType<typeof things>) => void): Act =>
  ({ workspace }) =>
    workspace.carryOut(workspace.clock.now(), () => workspace.transaction(() => work(things(workspace))))

/** A state as it is exported, put in again. */
const importing: Act = async ({ call }) => call('PUT', '/_sandbox/state', (await call('GET', '/_sandbox/state')).text)

const ACTS: Record<string, Act> = {
  add: asks('POST', customerAdd.path, customerAdd.body),
  address: asks('POST', `${CUSTOMER}/addresses`, POSTAL),
  refused: asks('POST', `${CUSTOMER}/addresses`, { addressLabel: 'X' }),
  read: asks('GET', `${CUSTOMER}/addresses`),
  'make a and b': withThings((table) => {
    table.put({ id: 'a', colour: 'red' })
    table.put({ id: 'b', colour: 'blue' })
  }),
  'make a anew, behind the others': withThings((table) => {
    table.remove('a')
    table.put({ id: 'c', colour: 'green' })
    table.put({ id: 'a', colour: 'white' })
  }),
  'remove b': withThings((table) => table.remove('b')),
  'remove one of the start': ({ workspace }) => {
    const [first] = customers(workspace).all()
    if (first) workspace.transaction(() => customers(workspace).remove(first.id))
  },
  'clock frozen': asks('PUT', '/_sandbox/clock', { mode: 'frozen', now: '2030-01-01T00:00:00Z' }),
  'clock on': asks('POST', '/_sandbox/clock/advance', { by: 'P1D' }),
  arm: asks('POST', '/_sandbox/faults', { effect: { kind: 'delay', ms: 1 }, times: 2 }),
  'disarm all': asks('DELETE', '/_sandbox/faults'),
  'take one': asks('PUT', '/_sandbox/snapshots/one'),
  'take two': asks('PUT', '/_sandbox/snapshots/two'),
  'restore one': asks('POST', '/_sandbox/snapshots/one/restore'),
  'restore two': asks('POST', '/_sandbox/snapshots/two/restore'),
  'forget one': asks('DELETE', '/_sandbox/snapshots/one'),
  reset: asks('POST', '/_sandbox/reset'),
  load: asks('POST', '/_sandbox/scenarios/future-move/load'),
  'load strict': asks('POST', '/_sandbox/scenarios/quickstart/load', { seed: 7, auth: 'strict' }),
  import: importing,
  'fork to itself': asks('PUT', '/_sandbox/workspaces/default', { from: 'default' }),
  'write whole': ({ workspaces }) => workspaces.flush(),
}

/** All that a world is but the number of its last step, which reads raise too. */
async function told({ call }: Pick<World, 'call'>) {
  const { requests: _requests, ...state } = (await call('GET', '/_sandbox/state')).body
  return state
}

test('a world that is read again from its lines is the same, whatever was done to it', async () => {
  const acts = fc.array(fc.constantFrom(...Object.keys(ACTS)), { minLength: 1, maxLength: 14 })
  const run = async (names: string[]) => {
    const data = dataFolder()
    const world = await opened(data, { scenario: 'quickstart' })
    for (const name of names) await ACTS[name]?.(world)
    if (!existsSync(join(data, 'default.jsonl')) && !existsSync(join(data, 'default.json')))
      expect(world.workspace.isUnchanged()).toBe(true)
    const copy = dataFolder()
    for (const file of readdirSync(data)) if (file !== '.lock') copyFileSync(join(data, file), join(copy, file))
    const again = await opened(copy, { scenario: 'quickstart' })
    expect(again.workspace.digest()).toBe(world.workspace.digest())
    expect(again.workspace.requests).toBeLessThanOrEqual(world.workspace.requests)
    expect(await told(again)).toEqual(await told(world))
    await world.close()
    await again.close()
    const last = await opened(data, { scenario: 'quickstart' })
    expect(last.workspace.digest()).toBe(again.workspace.digest())
    await last.close()
  }
  await fc.assert(fc.asyncProperty(acts, run), runs(15))
})
