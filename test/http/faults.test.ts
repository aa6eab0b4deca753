import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'
import { armed } from './fault-setting.ts'

const BOOKS = '/toy/books'
const status = (code: number) => ({ kind: 'status', status: code })

/** The statuses of so many requests for the list of books. */
async function statuses(call: Awaited<ReturnType<typeof toySandbox>>['call'], count: number): Promise<number[]> {
  const found: number[] = []
  for (let asked = 0; asked < count; asked++) found.push((await call('GET', BOOKS)).status)
  return found
}

test('what a fault answers before the turn is not carried out, and what it answers after it is', async () => {
  const { call } = await toySandbox()
  const before = (await call('GET', BOOKS)).body.data.count
  await armed(call, { match: { operation: 'Book Add' }, effect: status(502), times: 1 })
  expect(await call('POST', BOOKS, { title: 'Sea' })).toMatchObject({ status: 502, body: { message: /fault-1/ } })
  expect((await call('GET', BOOKS)).body.data.count).toBe(before)
  await armed(call, { match: { operation: 'bookAdd' }, effect: status(502), phase: 'after', times: 1 })
  expect((await call('POST', BOOKS, { title: 'Sea' })).status).toBe(502)
  expect((await call('GET', BOOKS)).body.data.count).toBe(before + 1)
})

test('an answer that was lost is kept for the retry', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: status(504), phase: 'after', times: 1, expect: { operation: 'Book Add', count: 2 } })
  expect((await call('POST', BOOKS, { title: 'Sea' }, { 'x-key': 'one' })).status).toBe(504)
  const retry = await call('POST', BOOKS, { title: 'Sea' }, { 'x-key': 'one' })
  expect(retry).toMatchObject({ status: 200, body: { data: { title: 'Sea' } } })
  expect(retry.headers.get('x-sandbox-replayed')).toBe('true')
  expect((await call('GET', '/_sandbox/faults')).body.faults[0]).toMatchObject({
    used: 1,
    counted: 2,
    verdict: 'passed',
  })
})

test.each([
  ['api', { api: 'toy' }],
  ['operation', { operation: 'bookRead' }],
  ['method', { method: 'get' }],
  ['path', { path: '/toy/*/B1' }],
  ['record in the path', { record: 'B1' }],
  ['correlation id', { correlationId: 'mine' }],
])('a request is matched by its %s', async (_what, match) => {
  const { call } = await toySandbox()
  await armed(call, { match, effect: status(503) })
  expect((await call('GET', '/toy/books/B1', undefined, { 'x-correlation': 'mine' })).status).toBe(503)
  await armed(call, { effect: status(500) })
  const other = await call('DELETE', '/toy/books/B2', undefined, { 'x-correlation': 'yours' })
  expect(other.status).toBe('api' in match ? 503 : 500)
})

test('a record is found in the query and anywhere in the body, with and without the zeros before a number', async () => {
  const { call } = await toySandbox()
  await armed(call, { match: { record: '0042' }, effect: status(503) })
  expect((await call('GET', `${BOOKS}?author=42`)).status).toBe(503)
  expect((await call('POST', BOOKS, { title: 'Sea', shelf: { room: '00042' } })).status).toBe(503)
  expect((await call('POST', BOOKS, { title: 'Sea', shelf: { room: '420' } })).status).toBe(200)
})

test('so many pass first, so many are struck, and the rest pass', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: status(503), after: 1, times: 2 })
  expect(await statuses(call, 5)).toEqual([200, 503, 503, 200, 200])
})

test('one that is not enabled strikes nobody', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: status(503), enabled: false })
  expect(await statuses(call, 2)).toEqual([200, 200])
})

test('chance repeats after a reset, and is another one with another seed', async () => {
  const draw = async (seed: number) => {
    const { call } = await toySandbox({ seed })
    const rounds: number[][] = []
    for (let round = 0; round < 2; round++) {
      await armed(call, { effect: status(503), probability: 0.5 })
      rounds.push(await statuses(call, 20))
      await call('POST', '/_sandbox/reset')
    }
    expect(rounds[0]).toEqual(rounds[1])
    expect(new Set(rounds[0]).size).toBe(2)
    return rounds[0]
  }
  expect(await draw(1)).not.toEqual(await draw(2))
})

test('a fault is over when its time is, by the clock of the workspace', async () => {
  const { call } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  await armed(call, { effect: status(503), expiresAfter: 'PT1H', expect: { count: 3 } })
  expect((await call('GET', BOOKS)).status).toBe(503)
  await call('POST', '/_sandbox/clock/advance', { by: 'PT1H' })
  expect((await call('GET', BOOKS)).status).toBe(200)
  expect((await call('GET', '/_sandbox/faults')).body.faults[0]).toMatchObject({ expired: true, verdict: 'failed' })
})

test('a rate limit lets so many pass in a window of the workspace’s clock, and says when to come again', async () => {
  const { call } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  await armed(call, { effect: { kind: 'rate-limit', limit: 2, windowMs: 10_000 } })
  expect(await statuses(call, 3)).toEqual([200, 200, 429])
  await call('POST', '/_sandbox/clock/advance', { by: 'PT8S' })
  const limited = await call('GET', BOOKS)
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2'])
  await call('POST', '/_sandbox/clock/advance', { by: 'PT2S' })
  expect(await statuses(call, 3)).toEqual([200, 200, 429])
})

test('a code is raised by the operations that declare it, and by no other', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: { kind: 'error', code: 'CLOSED' } })
  expect((await call('GET', BOOKS)).status).toBe(200)
  const closed = await call('POST', BOOKS, { title: 'Sea' })
  expect(closed).toMatchObject({ status: 503, body: { codes: ['CLOSED'] } })
  expect(closed.headers.get('x-sandbox-rule')).toBe('CLOSED')
})

test('a request is struck by one fault at most, the first that strikes', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: status(503), times: 1 })
  await armed(call, { effect: status(504), times: 1 })
  expect(await statuses(call, 3)).toEqual([503, 504, 200])
})

test('a request that is refused counts as any other', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: status(503), after: 1 })
  expect((await call('GET', '/toy/books/B9')).status).toBe(404)
  expect((await call('GET', '/toy/books/B9')).status).toBe(503)
})

test('a malformed answer is as long as it was, and no JSON', async () => {
  const { app, call } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  const whole = (await call('GET', BOOKS)).text
  await armed(call, { effect: { kind: 'malformed' } })
  const text = await (await app.request(BOOKS)).text()
  expect(text).toHaveLength(whole.length)
  expect(() => JSON.parse(text)).toThrow()
})

test('the answer, the log, the step and its explanation say which fault it was', async () => {
  const { call, log } = await toySandbox()
  await armed(call, { effect: status(502), phase: 'after' })
  const answer = await call('GET', BOOKS)
  const told = 'status=502;phase=after;id=fault-1'
  expect(answer.headers.get('x-sandbox-fault')).toBe(told)
  expect(log.at(-1)).toMatchObject({ status: 502, fault: told })
  const fault = { id: 'fault-1', kind: 'status', phase: 'after', status: 502 }
  expect((await call('GET', '/_sandbox/requests?limit=1')).body.requests[0]).toMatchObject({ id: 2, fault })
  expect((await call('GET', '/_sandbox/requests/2')).body.fault).toEqual(fault)
  expect((await call('GET', answer.headers.get('x-sandbox-explain') ?? '')).body.fault).toEqual(fault)
})

test('the control plane, and what is nowhere, meet no fault', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: status(503) })
  for (const path of ['/_sandbox/health/ready', '/_sandbox/info', '/_sandbox/requests'])
    expect((await call('GET', path, undefined, { 'x-sandbox-fault': 'status=500' })).status, path).toBe(200)
  expect((await call('GET', '/toy/nothing')).status).toBe(404)
})
