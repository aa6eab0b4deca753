import { expect, test } from 'vitest'
import { books } from '../toy/api.ts'
import { toySandbox } from '../toy/sandbox.ts'
import { armed, untilHeld } from './fault-setting.ts'

const BOOKS = '/toy/books'
const HOLD = { kind: 'hold' }

test('a held request has its turn when it is released, and its number is that of its turn', async () => {
  const { call } = await toySandbox()
  const fault = await armed(call, { match: { operation: 'Book Add' }, effect: HOLD })
  const adding = call('POST', BOOKS, { title: 'Sea' })
  const [held] = await untilHeld(call, 1)
  expect(held).toMatchObject({ operation: 'Book Add', fault })
  expect((await call('GET', BOOKS)).headers.get('x-sandbox-request')).toBe('2')
  expect((await call('POST', `/_sandbox/faults/${fault}/release`)).body).toEqual({ released: [held?.id] })
  const added = await adding
  expect([added.status, added.headers.get('x-sandbox-request')]).toEqual([200, '4'])
  expect((await call('GET', '/_sandbox/faults')).body).toMatchObject({ held: [], faults: [{ used: 1 }] })
})

test('one of several that are held is released alone', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: HOLD })
  const [one, other] = [call('GET', '/toy/books/B1'), call('GET', '/toy/books/B2')]
  const [, second] = await untilHeld(call, 2)
  await call('POST', `/_sandbox/faults/${second?.id}/release`)
  expect((await other).body.data.id).toBe('B2')
  expect((await untilHeld(call, 1)).map(({ id }) => id)).toEqual(['held-1'])
  await call('POST', '/_sandbox/faults/fault-1/release')
  expect((await one).body.data.id).toBe('B1')
})

test('a request that waits is promised its use: no other one gets it', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: HOLD, times: 1 })
  const waiting = call('GET', BOOKS)
  await untilHeld(call, 1)
  expect((await call('GET', BOOKS)).status).toBe(200)
  await call('POST', '/_sandbox/faults/fault-1/release')
  await waiting
  expect((await call('GET', '/_sandbox/faults')).body.faults[0]).toMatchObject({ matched: 1, used: 1 })
})

test('one that waits after its turn is in the journal, and its change is made', async () => {
  const { call } = await toySandbox()
  await armed(call, { match: { method: 'POST' }, effect: HOLD, phase: 'after' })
  const adding = call('POST', BOOKS, { title: 'Sea' })
  await untilHeld(call, 1)
  expect((await call('GET', BOOKS)).body.data.count).toBe(3)
  expect((await call('GET', '/_sandbox/requests/2')).body).toMatchObject({
    status: 200,
    fault: { id: 'fault-1', kind: 'hold', phase: 'after' },
  })
  await call('POST', '/_sandbox/reset')
  expect((await adding).status).toBe(200)
})

test.each([
  ['a reset', 'POST', '/_sandbox/reset'],
  ['a load', 'POST', '/_sandbox/scenarios/readers/load'],
  ['a workspace made anew', 'PUT', '/_sandbox/workspaces/one'],
  ['a deletion', 'DELETE', '/_sandbox/workspaces/one'],
  ['a restore', 'POST', '/_sandbox/snapshots/empty/restore'],
])('%s answers what waits for its turn 503, and nothing of it is in the new world', async (_what, method, path) => {
  const { call: plain, workspaces } = await toySandbox()
  const call = (verb: string, at: string, body?: unknown) => plain(verb, at, body, { 'x-sandbox-workspace': 'one' })
  await call('PUT', '/_sandbox/snapshots/empty')
  await armed(call, { match: { method: 'POST' }, effect: HOLD })
  await armed(call, { match: { method: 'DELETE' }, effect: { kind: 'delay', ms: 600_000 } })
  const waiting = [call('POST', BOOKS, { title: 'Sea' }), call('DELETE', '/toy/books/B1')]
  await untilHeld(call, 1)
  const world = workspaces.get('one')
  expect((await call(method, path)).status).toBe(200)
  for (const answer of await Promise.all(waiting)) {
    expect(answer).toMatchObject({ status: 503, body: { message: /reset, restored or deleted/ } })
    expect(answer.headers.get('x-sandbox-request')).toBeNull()
  }
  // Those of the control plane: a restore is a step among the others.
  const steps = method === 'DELETE' ? 3 : path.endsWith('restore') ? 4 : 0
  expect([world?.requests, world?.journal.size]).toEqual([steps, steps])
  expect([...(world ? books(world).all() : [])].map(({ title }) => title)).not.toContain('Sea')
})

test('once the sandbox is to stop, what waits is answered, and nothing waits any more', async () => {
  const { call, workspaces } = await toySandbox()
  await armed(call, { effect: HOLD })
  const waiting = call('GET', BOOKS)
  await untilHeld(call, 1)
  workspaces.places.hurry()
  expect((await waiting).status).toBe(503)
  expect((await call('GET', BOOKS)).status).toBe(503)
})

test('a fault that is taken away lets go on what it holds', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: HOLD, expect: { count: 1 } })
  const waiting = call('POST', BOOKS, { title: 'Sea' })
  await untilHeld(call, 1)
  const { body } = await call('DELETE', '/_sandbox/faults/fault-1')
  expect(body).toEqual({ deleted: ['fault-1'], verdicts: [{ id: 'fault-1', verdict: 'not-exercised' }] })
  expect((await waiting).status).toBe(200)
})

test('waits of a range are drawn by the seed, and the same after a reset', async () => {
  const { call } = await toySandbox()
  const waits = async (effect: object) => {
    const found: number[] = []
    await armed(call, { effect: { kind: 'delay', ...effect } })
    for (let asked = 0; asked < 5; asked++) {
      await call('GET', BOOKS)
      found.push((await call('GET', '/_sandbox/requests?limit=1')).body.requests[0].fault.ms)
    }
    await call('POST', '/_sandbox/reset')
    return found
  }
  for (const effect of [
    { min: 1, max: 9 },
    { median: 4, sigma: 0.4 },
  ]) {
    const drawn = await waits(effect)
    expect(new Set(drawn).size).toBeGreaterThan(1)
    expect(await waits(effect)).toEqual(drawn)
  }
})
