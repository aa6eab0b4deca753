import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { toySandbox } from '../toy/sandbox.ts'

const when = (kind: string) => ({ kind, when: 'always' })
const stands = { basis: 'documented', source: 'contract 1', link: '/_sandbox/sources/toy#section-1' }
const links = [stands.link]
const noBook = { message: 'There is no such book.', status: 404, ...stands, trigger: when('request') }
const example = { scenario: 'shelf', method: 'GET', path: '/toy/books/B9' }
const taken = { message: 'There is a book of this title.', status: 422, ...stands, trigger: when('request') }

test('the error catalogue is what the operations declare', async () => {
  const { call } = await toySandbox()
  const { errors } = (await call('GET', '/_sandbox/errors')).body
  expect(errors.map(({ operation, code }: Record<string, string>) => `${operation}: ${code}`)).toEqual([
    'Book Add: TAKEN',
    'Book Add: LONG',
    'Book Add: CLOSED',
    'Book Read: NO-BOOK',
    'Book Newest: NO-BOOK',
  ])
  expect(errors[0]).toEqual({ api: 'toy', operation: 'Book Add', code: 'TAKEN', ...taken, links })
  const fault = { match: { api: 'toy', operation: 'Book Add' }, effect: { kind: 'error', code: 'CLOSED' } }
  expect(errors[2].trigger).toEqual({ ...when('host'), fault })
  expect(errors[3]).toEqual({ api: 'toy', operation: 'Book Read', code: 'NO-BOOK', ...noBook, links, example })
})

test('a rule stands once, with all operations that it holds for', async () => {
  const { call } = await toySandbox()
  const { rules } = (await call('GET', '/_sandbox/rules')).body
  expect(rules.map(({ rule }: { rule: string }) => rule)).toEqual(['TAKEN', 'LONG', 'CLOSED', 'NO-BOOK'])
  expect(rules[3]).toEqual({
    ...{ api: 'toy', rule: 'NO-BOOK', ...noBook, links, example },
    operations: ['Book Read', 'Book Newest'],
  })
})

test('the catalogue is searched by API, operation, code, basis and words, and one code is read by its name', async () => {
  const { call } = await sandbox()
  const found = async (query: string) => (await call('GET', `/_sandbox/errors?${query}`)).body.errors
  const income = await found('api=first-vision&operation=customerAdd&q=INCOME')
  expect(income.map(({ code }: { code: string }) => code)).toContain('VPL5SNA03E')
  for (const { api, operation } of income) expect([api, operation]).toEqual(['first-vision', 'Customer Add'])
  for (const { basis } of await found('basis=assumed')) expect(basis).toBe('assumed')
  expect(await found('code=VPL5SNA03E&api=issuer')).toEqual([])
  expect((await call('GET', '/_sandbox/errors?basis=guessed')).status).toBe(400)
  const { errors } = (await call('GET', '/_sandbox/errors/first-vision/VPL5SNA03E')).body
  expect(errors[0]).toMatchObject({ code: 'VPL5SNA03E', message: 'INCOME REQUIRED' })
  const { rules } = (await call('GET', '/_sandbox/rules/main-address-stays')).body
  expect(rules.map(({ api }: { api: string }) => api)).toEqual(['issuer'])
  for (const path of ['/errors/first-vision/NONE', '/errors/none/VPL5SNA03E', '/rules/none'])
    expect((await call('GET', `/_sandbox${path}`)).status, path).toBe(404)
})

test('the counter-example of every code that a request brings about succeeds on a fresh scenario', async () => {
  const { call } = await sandbox()
  const { errors } = (await call('GET', '/_sandbox/errors')).body
  const requests = new Map<string, { method: string; path: string; headers?: Record<string, string>; body?: unknown }>()
  for (const { trigger, counterExample } of errors)
    if (trigger.kind === 'request') requests.set(JSON.stringify(counterExample), counterExample)
  expect(requests.size).toBeGreaterThan(50)
  for (const [text, { method, path, headers, body }] of requests) {
    await call('POST', '/_sandbox/reset')
    const form = typeof body === 'string' && { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await call(method, path, body, { ...headers, ...form })).status, text).toBe(200)
  }
})
