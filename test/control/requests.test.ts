import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

const FROZEN = { clock: '2026-03-02T09:00:00Z' }
const BOOKS = '/toy/books'

/** Each step as `number operation status`. */
async function steps(call: Awaited<ReturnType<typeof toySandbox>>['call'], query = '') {
  const { requests } = (await call('GET', `/_sandbox/requests${query}`)).body
  return requests.map(({ id, operation, status }: { id: number; operation: string; status: number }) =>
    [id, operation, status].join(' '),
  )
}

test('the journal tells what was asked, newest first, clock moves among it, and no reading of the control plane', async () => {
  const { call } = await toySandbox(FROZEN)
  await call('POST', BOOKS, { title: 'Third' })
  await call('GET', '/_sandbox/info')
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  await call('GET', `${BOOKS}/B9`)
  expect(await steps(call)).toEqual(['3 Book Read 404', '2 advanceClock 200', '1 Book Add 200'])
  const { requests, evicted } = (await call('GET', '/_sandbox/requests?status=4xx')).body
  expect(evicted).toBe(0)
  expect(requests).toEqual([
    {
      ...{ id: 3, kind: 'request', at: '2026-03-03T09:00:00.000Z', api: 'toy', operation: 'Book Read', method: 'GET' },
      ...{ path: '/toy/books/B9', status: 404, durationMs: expect.any(Number), rule: 'NO-BOOK', findings: 0 },
      kinds: [],
      correlationId: expect.stringMatching(/000000000003$/),
    },
  ])
})

test('a step is told whole, as it was sent and answered', async () => {
  const { call } = await toySandbox(FROZEN)
  const answer = await call(
    'POST',
    `${BOOKS}?shelve=1`,
    { title: 'Third', autor: 'Ada' },
    { authorization: 'Bearer abc' },
  )
  const step = (await call('GET', `/_sandbox/requests/${answer.headers.get('x-sandbox-request')}`)).body
  expect(step).toMatchObject({
    path: '/toy/books?shelve=1',
    requestBody: '{"title":"Third","autor":"Ada"}',
    requestHeaders: { authorization: 'Bearer [masked ba78]', 'content-type': 'application/json' },
    responseBody: answer.text,
    responseHeaders: { 'X-Sandbox-Operation': 'Book Add' },
    findings: [{ kind: 'unknown-parameter' }, { kind: 'unknown-member', suggestion: 'author' }],
  })
  const [listed] = (await call('GET', '/_sandbox/requests')).body.requests
  expect(listed.kinds.toSorted()).toEqual(['unknown-member', 'unknown-parameter'])
  expect(listed.told).toBe(answer.headers.get('x-sandbox-finding'))
  expect(answer.headers.get('x-sandbox-finding')).toBe(
    "'autor' is no member of this request; the platform ignores it (autor) - did you mean 'author'?",
  )
})

test('steps are numbered in the order in which they are carried out, not in which their headers came in', async () => {
  const { app } = await toySandbox(FROZEN)
  let sendRest = () => {}
  const slow = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"title":'))
      sendRest = () => {
        controller.enqueue(new TextEncoder().encode('"Slow"}'))
        controller.close()
      }
    },
  })
  const json = { 'content-type': 'application/json' }
  const first = app.request(BOOKS, { method: 'POST', headers: json, body: slow, duplex: 'half' } as RequestInit)
  const second = await app.request(BOOKS, { method: 'POST', headers: json, body: '{"title":"Quick"}' })
  sendRest()
  expect([second, await first].map(({ headers }) => headers.get('x-sandbox-request'))).toEqual(['1', '2'])
  expect(await second.json()).toMatchObject({ data: { id: 'B3' } })
  expect(await (await first).json()).toMatchObject({ data: { id: 'B4' } })
})

test('a page of the journal leads to the next, until there is none', async () => {
  const { call } = await toySandbox(FROZEN)
  for (let i = 0; i < 5; i++) await call('GET', `${BOOKS}/B1`)
  const { requests, next } = (await call('GET', '/_sandbox/requests?limit=2')).body
  expect([requests.map(({ id }: { id: number }) => id), next]).toEqual([[5, 4], 4])
  expect(await steps(call, '?limit=3&before=4')).toEqual(['3 Book Read 200', '2 Book Read 200', '1 Book Read 200'])
  expect((await call('GET', '/_sandbox/requests?limit=3&before=4')).body.next).toBeUndefined()
  expect(await steps(call, '?since=4')).toEqual(['5 Book Read 200'])
})

test('a step that is not kept any more is gone, one that never was is not found', async () => {
  const { call } = await toySandbox(FROZEN)
  await call('GET', `${BOOKS}/B1`)
  expect((await call('GET', '/_sandbox/requests/1')).status).toBe(200)
  await call('POST', '/_sandbox/reset')
  expect(await steps(call)).toEqual([])
  for (const path of ['/_sandbox/requests/1', '/_sandbox/requests/1/explain'])
    expect((await call('GET', path)).status, path).toBe(410)
  for (const id of ['2', '0', '-1', 'one', '1e0'])
    expect((await call('GET', `/_sandbox/requests/${id}`)).status).toBe(404)
  expect((await call('DELETE', '/_sandbox/requests')).body).toEqual({ deleted: 0 })
})

test('a world that nobody has is not made for a path that leads nowhere, and says no number', async () => {
  const { call, workspaces } = await toySandbox(FROZEN)
  const answer = await call('GET', '/w/nobody/toy/nothing')
  expect([answer.status, answer.headers.get('x-sandbox-request')]).toEqual([404, null])
  expect(workspaces.names).toEqual(['default'])
  expect((await call('GET', '/toy/nothing')).headers.get('x-sandbox-request')).toBe('1')
  expect(await steps(call)).toEqual(['1  404'])
})

test('the steps that looked a record up or wrote it are found by its id', async () => {
  const { call } = await toySandbox()
  await call('GET', '/toy/books/B1')
  await call('POST', '/toy/books', { title: 'Third' })
  await call('DELETE', '/toy/books/B1')
  const steps = async (record: string) =>
    (await call('GET', `/_sandbox/requests?record=${record}`)).body.requests.map((step: { id: number }) => step.id)
  expect(await steps('B1')).toEqual([3, 1])
  expect(await steps('B3')).toEqual([2])
  expect(await steps('B9')).toEqual([])
})
