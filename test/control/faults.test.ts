import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { armed } from '../http/fault-setting.ts'
import { toySandbox } from '../toy/sandbox.ts'

const BOOKS = '/toy/books'
const LOST = { kind: 'status', status: 502 }

test.each([
  ['an unknown API', { match: { api: 'isuer' }, effect: LOST }, 'body.match.api', /did you mean 'issuer'\?/],
  [
    'an unknown operation',
    { match: { operation: 'createAdress' }, effect: LOST },
    'body.match.operation',
    /'createAddress'/,
  ],
  [
    'an operation of the other API',
    { match: { api: 'first-vision', operation: 'createAddress' }, effect: LOST },
    'body.match.operation',
    /no operation/,
  ],
  ['a code that nobody has', { effect: { kind: 'error', code: 'VPL5SNA3E' } }, 'body.effect.code', /'VPL5SNA03E'|mean/],
  [
    'a code of another operation',
    { match: { operation: 'createAddress' }, effect: { kind: 'error', code: 'VPL5SNA03E' } },
    'body.effect.code',
    /of 'createAddress'/,
  ],
  [
    'an operation to count that there is not',
    { effect: LOST, expect: { operation: 'x', count: 1 } },
    'body.expect.operation',
    /no operation/,
  ],
  ['an unknown kind', { effect: { kind: 'dely' } }, 'body.effect.kind', /there are delay, hold/],
  ['a delay without a length', { effect: { kind: 'delay' } }, 'body.effect', /give ms, or min and max/],
  ['a delay of two lengths', { effect: { kind: 'delay', ms: 1, min: 1, max: 2 } }, 'body.effect', /give ms/],
  ['a success', { effect: { kind: 'status', status: 200 } }, 'body.effect.status', /400/],
  [
    'a rate limit after',
    { effect: { kind: 'rate-limit', limit: 1, windowMs: 1 }, phase: 'after' },
    'body.phase',
    /before only/,
  ],
  ['half an answer before there is one', { effect: { kind: 'truncate' }, phase: 'before' }, 'body.phase', /after only/],
  ['a time that is none', { effect: LOST, expiresAfter: 'soon' }, 'body.expiresAfter', /ISO duration/],
])('a fault of %s is refused, and says what there is', async (_what, fault, path, message) => {
  const { call } = await sandbox({ scenario: 'empty' })
  const { status, body } = await call('POST', '/_sandbox/faults', fault)
  expect(status).toBe(400)
  expect(body.errors).toEqual([{ path, message: expect.stringMatching(message) }])
  expect((await call('GET', '/_sandbox/faults')).body.faults).toEqual([])
})

test('a fault, a move of the clock and a restore stand among the steps', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: LOST })
  await call('POST', '/_sandbox/clock/advance', { by: 'PT1H' })
  await call('PUT', '/_sandbox/snapshots/armed')
  await call('GET', BOOKS)
  await call('POST', '/_sandbox/faults/fault-1/release')
  await call('DELETE', '/_sandbox/faults/fault-1')
  await call('POST', '/_sandbox/snapshots/armed/restore')
  expect((await call('GET', '/_sandbox/faults')).body.faults).toMatchObject([{ id: 'fault-1', used: 0 }])
  const { requests } = (await call('GET', '/_sandbox/requests')).body
  expect(requests.map(({ operation }: { operation: string }) => operation)).toEqual([
    ...['restoreSnapshot', 'disarmFault', 'releaseFault', 'Book List', 'takeSnapshot', 'advanceClock', 'armFault'],
  ])
})

test('faults and their use are state: the digest has them, a reset brings it back, another world has none', async () => {
  const { call } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  const digest = async () => (await call('GET', '/_sandbox/info')).body.workspace.digest
  const start = await digest()
  await armed(call, { effect: LOST })
  const unused = await digest()
  await call('GET', BOOKS)
  expect(new Set([start, unused, await digest()]).size).toBe(3)
  expect((await call('GET', '/_sandbox/info')).body.workspace.changes).toBe(0)
  expect((await call('GET', '/_sandbox/changes')).body.created).toEqual([])
  expect((await call('GET', `/w/other${BOOKS}`)).status).toBe(200)
  await call('POST', '/_sandbox/reset')
  expect(await digest()).toBe(start)
  expect(await armed(call, { effect: LOST })).toBe('fault-1')
})

test('what is to be shown is open, then passed, and failed by one request more', async () => {
  const { call } = await toySandbox()
  await armed(call, { match: { record: 'B1' }, effect: LOST, times: 1, expect: { operation: 'bookRead', count: 2 } })
  const verdict = async () => (await call('GET', '/_sandbox/faults')).body.faults[0].verdict
  const verdicts = [await verdict()]
  for (const id of ['B1', 'B2', 'B1', 'B1']) {
    await call('GET', `${BOOKS}/${id}`)
    verdicts.push(await verdict())
  }
  expect(verdicts).toEqual(['open', 'open', 'open', 'passed', 'failed'])
})

test.each([
  ['a reset', 'POST', '/_sandbox/reset'],
  ['a load', 'POST', '/_sandbox/scenarios/shelf/load'],
  ['a workspace made anew', 'PUT', '/_sandbox/workspaces/one'],
  ['a deletion', 'DELETE', '/_sandbox/workspaces/one'],
  ['their removal', 'DELETE', '/_sandbox/faults'],
])('%s tells the last verdicts', async (_what, method, path) => {
  const { call: plain } = await toySandbox()
  const call = (verb: string, at: string, body?: unknown) => plain(verb, at, body, { 'x-sandbox-workspace': 'one' })
  await armed(call, { match: { operation: 'bookList' }, effect: LOST, times: 1, expect: { count: 1 } })
  await armed(call, { match: { operation: 'bookRead' }, effect: LOST, times: 1, expect: { count: 5 } })
  await armed(call, { match: { operation: 'bookAdd' }, effect: LOST, expect: { count: 1 } })
  await armed(call, { effect: { kind: 'error', code: 'CLOSED' } })
  await call('GET', BOOKS)
  await call('GET', '/toy/books/B1')
  await call('GET', '/_sandbox/faults')
  const { body } = await call(method, path)
  expect(body.verdicts).toEqual([
    { id: 'fault-1', verdict: 'passed' },
    { id: 'fault-2', verdict: 'failed' },
    { id: 'fault-3', verdict: 'not-exercised' },
  ])
  expect((await call('POST', '/_sandbox/reset')).body).not.toHaveProperty('verdicts')
})

test('nothing is released or taken away under an id that there is not', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: LOST })
  expect((await call('POST', '/_sandbox/faults/fault-1/release')).body).toEqual({ released: [] })
  expect((await call('POST', '/_sandbox/faults/fault-2/release')).status).toBe(404)
  expect((await call('DELETE', '/_sandbox/faults/held-1')).status).toBe(404)
})

test('a hundred faults are armed at once, and no more', async () => {
  const { call } = await toySandbox()
  for (let number = 1; number <= 100; number++) await armed(call, { effect: LOST, enabled: false })
  expect((await call('POST', '/_sandbox/faults', { effect: LOST })).status).toBe(409)
})
