import { createRequire } from 'node:module'
import { type Schema, Validator } from '@cfworker/json-schema'
import type { Har } from 'har-format'
import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { toySandbox } from '../toy/sandbox.ts'

const FROZEN = { clock: '2026-03-02T09:00:00Z' }

/** What the format's own schema has against an archive. */
function objectionsTo(archive: unknown): string[] {
  const { har, ...parts } = createRequire(import.meta.url)('har-schema') as Record<string, Schema>
  const validator = new Validator(har as Schema, '7', false)
  for (const part of Object.values(parts)) validator.addSchema(part)
  return validator.validate(archive).errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
}

test('the journal is a valid HTTP archive, oldest first, with virtual instants, rules and remarks', async () => {
  const { app, call } = await toySandbox(FROZEN)
  await call('POST', '/w/ci-1/toy/books?shelve=1', { title: 'Third', autor: 'Ada' }, { authorization: 'Bearer abc' })
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' }, { 'x-sandbox-workspace': 'ci-1' })
  await call('GET', '/w/ci-1/toy/books/B9')
  const answer = await app.request('http://box.test:4020/w/ci-1/_sandbox/requests.har')
  const archive = (await answer.json()) as Har
  expect(objectionsTo(archive)).toEqual([])
  expect(objectionsTo({ log: { ...archive.log, entries: [{}] } })).not.toEqual([])
  const { entries } = archive.log
  expect(entries.map(({ startedDateTime, comment }) => [startedDateTime, comment])).toEqual([
    ['2026-03-02T09:00:00.000Z', expect.stringMatching(/shelve.*; .*did you mean 'author'/)],
    ['2026-03-02T09:00:00.000Z', undefined],
    ['2026-03-03T09:00:00.000Z', 'rule NO-BOOK'],
  ])
  expect(entries[0]?.request).toMatchObject({
    url: 'http://box.test:4020/w/ci-1/toy/books?shelve=1',
    queryString: [{ name: 'shelve', value: '1' }],
    postData: { mimeType: 'application/json', text: '{"title":"Third","autor":"Ada"}' },
  })
  expect(JSON.stringify(archive)).not.toContain('abc')
  expect(entries[2]?.response).toMatchObject({ status: 404, statusText: 'Not Found' })
})

test('an archive has the steps that were asked for, and is empty of a world that nobody has', async () => {
  const { call, workspaces } = await toySandbox(FROZEN)
  for (const id of ['B1', 'B9', 'B2']) await call('GET', `/toy/books/${id}`)
  const entries = async (path: string) =>
    (await call('GET', path)).body.log.entries.map(({ request }: { request: { url: string } }) => request.url.slice(-2))
  expect(await entries('/_sandbox/requests.har?status=2xx')).toEqual(['B1', 'B2'])
  expect(await entries('/_sandbox/requests.har?limit=2')).toEqual(['B9', 'B2'])
  expect(await entries('/w/nobody/_sandbox/requests.har')).toEqual([])
  expect(workspaces.names).toEqual(['default'])
  expect((await call('GET', '/_sandbox/requests.har?limit=1001')).status).toBe(400)
})

test('real-looking numbers of cards and secrets are in no archive', async () => {
  const { call } = await sandbox()
  const card = ['4929', '1234', '5678', '9015'].join('')
  await call('GET', `/api/v2/issuers/1234/customers/${card}/addresses?x=${card}&access_token=t0ken`, undefined, {
    authorization: 'Bearer s3cret',
  })
  await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', {
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${btoa('demo-issuer:demo-secret')}`,
  })
  const { text, body } = await call('GET', '/_sandbox/requests.har')
  expect(body.log.entries).toHaveLength(2)
  for (const secret of [card, 's3cret', 't0ken', btoa('demo-issuer:demo-secret')]) expect(text).not.toContain(secret)
  expect(text).toMatch(/access_token\\":\\"\[masked [0-9a-f]{4}\]/)
})

test('a card that shows only where a query is decoded is in no archive either', async () => {
  const { call } = await toySandbox(FROZEN)
  await call('GET', '/toy/books?author=4539%25205787%25206362%25201486&title=%34539578763621486')
  const { body } = await call('GET', '/_sandbox/requests.har')
  expect(body.log.entries[0].request.queryString).toEqual([
    { name: 'author', value: '4539%2057**%20****%201486' },
    { name: 'title', value: '453957******1486' },
  ])
})
