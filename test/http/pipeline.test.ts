import { expect, test } from 'vitest'
import { books } from '../toy/api.ts'
import { toySandbox } from '../toy/sandbox.ts'

const FROZEN = { clock: '2026-03-02T09:00:00Z' }

test('an answer says its workspace and operation, and nothing of rules or findings where there are none', async () => {
  const { call } = await toySandbox(FROZEN)
  const answer = await call('GET', '/toy/books/B1', undefined, { 'x-correlation': 'mine' })
  expect(answer.status).toBe(200)
  expect(answer.text).toBe(
    '{"id":"mine","data":{"id":"B1","title":"Notes","author":"Ada","added":"2025-12-02T00:00:00.000Z"}}',
  )
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'application/json',
    'x-correlation': 'mine',
    'x-sandbox-operation': 'Book Read',
    'x-sandbox-request': '1',
    'x-sandbox-workspace': 'default',
  })
})

test('a refusal names its rules, and takes back all that was done on the way to it', async () => {
  const { call, workspaces } = await toySandbox(FROZEN)
  const before = workspaces.get('default')?.digest()
  const answer = await call('POST', '/toy/books', { title: 'Notes' })
  expect(answer).toMatchObject({ status: 422, body: { codes: ['TAKEN'] } })
  expect(answer.headers.get('x-sandbox-rule')).toBe('TAKEN')
  expect(workspaces.get('default')?.digest()).toBe(before)
  const title = 'Notes on everything there is'
  expect((await call('POST', '/toy/books', { title })).body).toEqual({ codes: ['LONG'] })
  expect((await call('POST', '/toy/books', { title: 'Third' })).body.data.id).toBe('B3')
})

test('a failure of ours is a 500 without a word of its cause, is reported, and changes nothing', async () => {
  const { call, workspaces, reported } = await toySandbox(FROZEN)
  const before = workspaces.get('default')?.digest()
  const answer = await call('POST', '/toy/break', {})
  expect(answer).toMatchObject({ status: 500, body: { message: 'the sandbox failed; its log says why' } })
  expect(reported).toEqual([new TypeError('a mistake of ours')])
  expect(workspaces.get('default')?.digest()).toBe(before)
})

test('an answer that does not fit its schema is a failure of ours where answers are checked', async () => {
  const { call, reported, workspaces } = await toySandbox(FROZEN)
  const before = workspaces.get('default')?.digest()
  expect((await call('POST', '/toy/break', { answer: true })).status).toBe(500)
  expect(reported).toHaveLength(1)
  expect(workspaces.get('default')?.digest()).toBe(before)
})

test.each([
  ['no body', undefined, 400, { message: 'a JSON body is required' }],
  ['text that is not JSON', '{"title":', 400, { message: expect.stringContaining('the body is not JSON') }],
  ['a list', [], 400, { invalid: ['body'] }],
  ['a member of another type', { title: 1 }, 400, { invalid: ['body.title'] }],
  ['a missing member', {}, 400, { invalid: ['body.title'] }],
  ['a body that is too large', { title: 'x'.repeat(1000) }, 413, { message: expect.stringContaining('1000 bytes') }],
])('%s is refused in the words of the API', async (_what, body, status, expected) => {
  const { call, workspaces } = await toySandbox(FROZEN)
  const before = workspaces.get('default')?.digest()
  const refused = await call('POST', '/toy/books', body)
  expect(refused).toMatchObject({ status, body: expected })
  expect(refused.headers.get('x-sandbox-operation')).toBe('Book Add')
  expect(workspaces.get('default')?.digest()).toBe(before)
})

test('a body may have as many bytes as the API takes, and not one more, whether its length is stated or not', async () => {
  const { call } = await toySandbox(FROZEN)
  const statuses = async (size: number) => {
    const body = JSON.stringify({ title: 'Third', note: '' }).replace('""', `"${'x'.repeat(size)}"`)
    const answers = [await call('POST', '/toy/books', body, { 'content-length': String(body.length) })]
    answers.push(await call('POST', '/toy/books', body.replace('Third', 'Forth')))
    return [body.length, ...answers.map(({ status }) => status)]
  }
  expect(await statuses(973)).toEqual([1000, 200, 200])
  expect(await statuses(974)).toEqual([1001, 413, 413])
})

test('a body that nothing reads may not be larger either', async () => {
  const { call } = await toySandbox(FROZEN)
  const remove = (length: number) => call('DELETE', '/toy/books/B1', undefined, { 'content-length': String(length) })
  expect(await remove(1001)).toMatchObject({ status: 413, body: { message: 'the body is larger than 1000 bytes' } })
  expect((await remove(1000)).status).toBe(200)
})

test('the media type must be the operation’s, where one is said', async () => {
  const { call } = await toySandbox(FROZEN)
  const title = (type: string) => call('POST', '/toy/books', '{"title":"Third"}', { 'content-type': type })
  expect((await title('text/xml')).status).toBe(415)
  expect((await title('application/x-www-form-urlencoded')).status).toBe(415)
  expect((await title('Application/JSON; charset=utf-8')).status).toBe(200)
})

test('a form is read as one, and an operation that is not meant declines', async () => {
  const { call } = await toySandbox(FROZEN)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const lend = (headers: Record<string, string>) => call('POST', '/toy/books/B1/lend', 'to=Max+M%C3%BCller', headers)
  expect((await lend({ ...form, 'x-staff': '1' })).body.data).toEqual({ to: 'Max Müller' })
  expect(await lend(form)).toMatchObject({ status: 404, body: { message: 'nothing at POST /toy/books/B1/lend' } })
})

test('a literal path wins over one with a parameter, and aliases and base paths mean the same', async () => {
  const { call } = await toySandbox(FROZEN)
  expect((await call('GET', '/toy/books/newest')).headers.get('x-sandbox-operation')).toBe('Book Newest')
  expect((await call('POST', '/toy/books/', { title: 'Third' })).body.data.id).toBe('B3')
  expect((await call('POST', '/shop/toy/books', { title: 'Fourth' })).body.data.id).toBe('B4')
})

test('a method that is not offered is answered with those that are', async () => {
  const { call } = await toySandbox(FROZEN)
  const answer = await call('PUT', '/toy/books/B1', {})
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, DELETE')
})

test('a parameter may hold whatever an escape can write', async () => {
  const { call, workspaces } = await toySandbox(FROZEN)
  const id = 'a/b %41ü'
  books(await workspaces.use('default')).put({ id, title: 'Odd', author: 'nobody', added: '' })
  expect((await call('GET', `/toy/books/${encodeURIComponent(id)}`)).body.data.title).toBe('Odd')
})

test('a name that is given twice in a query is a list, which this one does not take', async () => {
  const { call } = await toySandbox(FROZEN)
  expect((await call('GET', '/toy/books?author=Ada')).body.data.count).toBe(2)
  expect((await call('GET', '/toy/books?author=Ada&author=Max')).body).toEqual({ invalid: ['query.author'] })
})

test('unknown parameters of a query are accepted and counted', async () => {
  const { call } = await toySandbox(FROZEN)
  const findings = async (path: string) => (await call('GET', path)).headers.get('x-sandbox-findings')
  expect(await findings('/toy/books?author=Ada')).toBeNull()
  expect(await findings('/toy/books?autor=Ada&colour=red')).toBe('2')
  expect(await findings('/toy/books/B1?author=Ada')).toBe('1')
})

test('unknown members are accepted and counted', async () => {
  const { call } = await toySandbox(FROZEN)
  const answer = await call('POST', '/toy/books', { title: 'Third', autor: 'x', shelf: { rom: '1' } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-sandbox-findings')).toBe('2')
})

test('a retry is answered with the first answer, byte for byte, until the reset', async () => {
  const { call, workspaces } = await toySandbox()
  const key = { 'x-key': 'once' }
  const first = await call('POST', '/toy/books', { title: 'Third' }, key)
  expect(first.headers.get('x-sandbox-replayed')).toBeNull()
  const after = workspaces.get('default')?.digest()
  const retry = await call('POST', '/toy/books', { title: 'Third' }, key)
  expect([retry.status, retry.text]).toEqual([200, first.text])
  expect(retry.headers.get('x-sandbox-replayed')).toBe('true')
  const other = await call('POST', '/toy/books', 'not even JSON', key)
  expect([other.text, other.headers.get('x-sandbox-findings')]).toEqual([first.text, '1'])
  expect(workspaces.get('default')?.digest()).toBe(after)
  await call('POST', '/_sandbox/reset')
  expect((await call('POST', '/toy/books', { title: 'Another' }, key)).body.data.title).toBe('Another')
})

test('a failure is not kept: the same key may try again', async () => {
  const { call } = await toySandbox(FROZEN)
  const key = { 'x-key': 'once' }
  expect((await call('POST', '/toy/books', { title: 'Notes' }, key)).status).toBe(422)
  expect((await call('POST', '/toy/books', { title: 'Third' }, key)).status).toBe(200)
})

test('a missing correlation id is derived from seed and number, so that it repeats after a reset', async () => {
  const { call } = await toySandbox(FROZEN)
  const ids = async () => [(await call('GET', '/toy/books')).body.id, (await call('GET', '/toy/books')).body.id]
  const [first, second] = await ids()
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(second).not.toBe(first)
  await call('POST', '/_sandbox/reset')
  await call('GET', '/_sandbox/info')
  expect(await ids()).toEqual([first, second])
  await call('POST', '/_sandbox/scenarios/shelf/load', { seed: 8 })
  expect((await ids())[0]).not.toBe(first)
})

test('every request is logged in one line, without what its query and body hold', async () => {
  const { call, log } = await toySandbox(FROZEN)
  await call('POST', '/w/ci-1/toy/books?secret=1', { title: 'Notes', autor: 'x' })
  expect(log).toEqual([
    {
      api: 'toy',
      method: 'POST',
      path: '/toy/books',
      status: 422,
      durationMs: expect.any(Number),
      workspace: 'ci-1',
      operation: 'Book Add',
      rule: 'TAKEN',
      findings: [
        "'autor' is no member of this request; the platform ignores it (autor) - did you mean 'author'?",
        "'secret' is no parameter of this request; the platform ignores it: leave it out (query.secret)",
      ],
    },
  ])
})
