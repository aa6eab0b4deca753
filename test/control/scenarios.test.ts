import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

test('the catalogue lists every scenario with the APIs it has records for', async () => {
  const { call } = await toySandbox()
  expect((await call('GET', '/_sandbox/scenarios')).body).toEqual({
    scenarios: [
      {
        name: 'readers',
        title: 'Readers',
        summary: 'No book and twenty readers, on a clock of its own.',
        tags: [],
        apis: ['toy'],
      },
      { name: 'shelf', title: 'A shelf', summary: 'Two books, by the same author.', tags: ['toy'], apis: ['toy'] },
    ],
  })
})

test('the catalogue is searched by all that scenarios tell: texts, cast, steps', async () => {
  const { call } = await toySandbox()
  const found = async (q: string) => {
    const { body } = await call('GET', `/_sandbox/scenarios?q=${encodeURIComponent(q)}`)
    return body.scenarios.map(({ name }: { name: string }) => name)
  }
  for (const words of ['something READ', 'Wrote both', 'wáit a day', 'shelf'])
    expect(await found(words), words).toEqual(['shelf'])
  expect(await found('two books readers')).toEqual([])
  expect(await found('')).toEqual(['readers', 'shelf'])
})

test('one scenario comes with its story, cast and walkthrough', async () => {
  const { call } = await toySandbox()
  expect((await call('GET', '/_sandbox/scenarios/shelf')).body).toMatchObject({
    name: 'shelf',
    story: 'Something to read.\n',
    seed: 7,
    clock: 'real',
    cast: { ada: { name: 'Ada', about: 'Wrote both.' } },
    walkthrough: [
      {
        title: 'Look at the shelf',
        request: { method: 'GET', path: '/toy/books' },
        expect: { status: 200, body: { data: { count: 2 } } },
      },
      { title: 'Wait a day', advance: { by: 'P1D' } },
    ],
  })
})

test('a scenario that is not there is 404 with those that are', async () => {
  const { call } = await toySandbox()
  for (const [method, path] of [
    ['GET', '/_sandbox/scenarios/nowhere'],
    ['POST', '/_sandbox/scenarios/nowhere/load'],
    ['GET', '/_sandbox/scenarios/..%2F..%2Fpackage'],
  ] as const) {
    const answer = await call(method, path)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer).toMatchObject({ status: 404, body: { type: 'about:blank', title: 'Not Found', status: 404 } })
    expect(answer.body.detail).toContain('there are readers, shelf')
  }
})

test('a file that cannot be used is listed as such, and using it says where it is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const texts = 'title: T\nsummary: S\nstory: S\n'
  writeFileSync(join(folder, 'wrong.yaml'), `name: wrong\n${texts}sead: 1\n`)
  writeFileSync(join(folder, 'renamed.yaml'), `name: original\n${texts}`)
  writeFileSync(join(folder, 'unmade.yaml'), `name: unmade\n${texts}records: { toy.boks: [{ id: B1 }] }\n`)
  const { call } = await toySandbox({ folders: [folder] })
  const { scenarios, unusable } = (await call('GET', '/_sandbox/scenarios')).body
  expect(scenarios.map(({ name }: { name: string }) => name)).toEqual(['readers', 'shelf', 'unmade'])
  expect(unusable).toEqual([
    { name: 'renamed', problem: `${folder}/renamed.yaml:1:7: name: must be 'renamed', as the file is named` },
    { name: 'wrong', problem: `${folder}/wrong.yaml:5:7: sead: no such member` },
  ])
  const load = await call('POST', '/_sandbox/scenarios/unmade/load')
  const place = `${folder}/unmade.yaml:5:22: records.toy.boks: no such type 'toy.boks'`
  expect(load).toMatchObject({ status: 409, body: { detail: expect.stringContaining(place) } })
  expect((await call('GET', '/_sandbox/scenarios/wrong')).status).toBe(409)
})

test('a loaded scenario takes the seed and clock of the request, else its own, never those of the start', async () => {
  const { call } = await toySandbox({ clock: '2020-01-01T00:00:00Z', seed: 99 })
  expect((await call('POST', '/_sandbox/reset')).body).toMatchObject({
    workspace: 'default',
    scenario: 'shelf',
    seed: 99,
    clock: { mode: 'frozen', now: '2020-01-01T00:00:00.000Z' },
  })
  expect((await call('POST', '/_sandbox/scenarios/readers/load')).body).toMatchObject({
    scenario: 'readers',
    seed: 3,
    clock: { mode: 'frozen', now: '2025-06-01T12:00:00.000Z' },
  })
  const given = { seed: -4, clock: '2031-05-06T07:08:09+01:00' }
  expect((await call('POST', '/_sandbox/scenarios/readers/load', given)).body).toMatchObject({
    seed: -4,
    clock: { mode: 'frozen', now: '2031-05-06T06:08:09.000Z' },
  })
  const loaded = (await call('POST', '/_sandbox/scenarios/shelf/load', { clock: 'real' })).body
  expect(loaded).toMatchObject({ seed: 7, clock: { mode: 'real', now: '2026-03-02T09:00:00.000Z' } })
})

test('a reset returns to what was loaded, and twice is the same as once', async () => {
  const { call } = await toySandbox()
  const loaded = await call('POST', '/_sandbox/scenarios/readers/load', { seed: 11, clock: '2026-01-01T00:00:00Z' })
  await call('POST', '/toy/books', { title: 'Third' }, { 'x-key': 'k' })
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  expect((await call('GET', '/_sandbox/digest')).body.digest).not.toBe(loaded.body.digest)
  expect((await call('POST', '/_sandbox/reset')).text).toBe(loaded.text)
  expect((await call('POST', '/_sandbox/reset')).text).toBe(loaded.text)
  expect((await call('GET', '/_sandbox/digest')).body).toEqual({ digest: loaded.body.digest })
})

test('load takes no body, an empty one of whatever type, or its two members', async () => {
  const { call } = await toySandbox()
  const load = (body?: unknown, headers = {}) => call('POST', '/_sandbox/scenarios/shelf/load', body, headers)
  expect((await load()).status).toBe(200)
  expect((await load('', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200)
  expect((await load('seed=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  expect((await load({ seed: 5 })).body.seed).toBe(5)
})

test.each([
  [{ seed: '5' }, 'body.seed'],
  [{ seed: 1.5 }, 'body.seed'],
  [{ clock: 'tomorrow' }, 'body.clock'],
  [{ clock: { mode: 'real' } }, 'body.clock'],
  [{ sead: 5 }, 'body'],
])('load refuses %j by the member, and leaves the workspace as it is', async (body, path) => {
  const { call } = await toySandbox()
  const before = (await call('GET', '/_sandbox/info')).text
  const answer = await call('POST', '/_sandbox/scenarios/readers/load', body)
  expect(answer).toMatchObject({ status: 400, body: { title: 'Bad Request', errors: [{ path }] } })
  expect((await call('GET', '/_sandbox/info')).text).toBe(before)
})
