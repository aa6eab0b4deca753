import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'
import { armed } from './fault-setting.ts'

const BOOKS = '/toy/books'

test.each([
  ['status=502', 502, 'status=502;phase=before'],
  ['status=502;phase=after', 502, 'status=502;phase=after'],
  ['error=CLOSED', 503, 'error=CLOSED;phase=before'],
  ['error=CLOSED; phase=after', 503, 'error=CLOSED;phase=after'],
  ['delay=3', 200, 'delay=3;phase=before'],
  ['delay=2..2', 200, 'delay=2;phase=before'],
  ['delay=4~0;phase=after', 200, 'delay=4;phase=after'],
])('a request asks for a fault of its own: %s', async (header, status, told) => {
  const { call } = await toySandbox()
  const answer = await call('POST', BOOKS, { title: 'Sea' }, { 'x-sandbox-fault': header })
  expect([answer.status, answer.headers.get('x-sandbox-fault')]).toEqual([status, told])
  const isCarriedOut = status === 200 || header.includes('after')
  expect((await call('GET', BOOKS)).body.data.count).toBe(isCarriedOut ? 3 : 2)
  expect((await call('POST', BOOKS, { title: 'Lake' })).headers.get('x-sandbox-fault')).toBeNull()
  expect((await call('GET', '/_sandbox/info')).body.workspace.changes).toBe(isCarriedOut ? 2 : 1)
})

test.each([
  ['nothing', 'dorp'],
  ['an empty one', ''],
  ['a wait that is no number', 'delay=soon'],
  ['a wait of a day', 'delay=86400000'],
  ['a wait without a length', 'delay'],
  ['a range that runs backwards', 'delay=5..2'],
  ['a status of success', 'status=200'],
  ['a code that the operation does not have', 'error=NO-BOOK'],
  ['a rate', 'rate-limit=5'],
  ['a phase that there is not', 'status=502;phase=during'],
  ['a phase that it cannot have', 'truncate;phase=before'],
  ['more than there is', 'drop=5'],
  ['two', 'status=502,delay=5'],
])('a header that asks for %s is refused by name, and nothing is carried out', async (_what, header) => {
  const { call } = await toySandbox()
  const answer = await call('POST', BOOKS, { title: 'Sea' }, { 'x-sandbox-fault': header })
  expect(answer).toMatchObject({ status: 400, body: { message: /^the header X-Sandbox-Fault cannot be / } })
  expect((await call('GET', BOOKS)).body.data.count).toBe(2)
})

test.each(['drop', 'hang', 'truncate'])('without a server %s is refused, and nothing is carried out', async (kind) => {
  const { call } = await toySandbox()
  const answer = await call('POST', BOOKS, { title: 'Sea' }, { 'x-sandbox-fault': kind })
  expect(answer).toMatchObject({ status: 501, body: { message: /needs a server/ } })
  await armed(call, { effect: { kind } })
  expect((await call('POST', BOOKS, { title: 'Sea' })).status).toBe(501)
  await call('DELETE', '/_sandbox/faults')
  expect((await call('GET', BOOKS)).body.data.count).toBe(2)
})

test('a request with a fault of its own is struck by no armed one, and counts for what that is to show', async () => {
  const { call } = await toySandbox()
  await armed(call, { effect: { kind: 'status', status: 503 }, expect: { count: 2 } })
  expect((await call('GET', BOOKS, undefined, { 'x-sandbox-fault': 'status=504' })).status).toBe(504)
  expect((await call('GET', BOOKS)).status).toBe(503)
  expect((await call('GET', '/_sandbox/faults')).body.faults[0]).toMatchObject({
    used: 1,
    counted: 2,
    verdict: 'passed',
  })
})
