import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

const START = { clock: '2026-03-02T09:00:00Z', seed: 99 }

test('a workspace is there from its first use on, as the start has it', async () => {
  const { call } = await toySandbox(START)
  await call('GET', '/w/ci-1/toy/books')
  const clock = { mode: 'frozen', now: '2026-03-02T09:00:00.000Z' }
  expect((await call('GET', '/_sandbox/workspaces')).body).toEqual({
    workspaces: [
      { name: 'default', scenario: 'shelf', seed: 99, clock, requests: 0 },
      { name: 'ci-1', scenario: 'shelf', seed: 99, clock, requests: 1 },
    ],
  })
})

test('a workspace is made with a start of its own, and made anew the same way', async () => {
  const { call } = await toySandbox(START)
  const choice = { scenario: 'readers', seed: 5, clock: '2031-01-01T00:00:00Z' }
  const made = await call('PUT', '/_sandbox/workspaces/ci-1', choice)
  expect(made.body).toEqual({
    workspace: 'ci-1',
    scenario: 'readers',
    seed: 5,
    clock: { mode: 'frozen', now: '2031-01-01T00:00:00.000Z' },
    auth: 'relaxed',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  await call('POST', '/w/ci-1/toy/books', { title: 'Third' })
  expect((await call('POST', '/w/ci-1/_sandbox/reset')).text).toBe(made.text)
  await call('POST', '/w/ci-1/toy/books', { title: 'Third' })
  expect((await call('PUT', '/_sandbox/workspaces/ci-1', choice)).text).toBe(made.text)
})

test('left to itself it is made on the scenario of the start, with that scenario’s own seed and clock', async () => {
  const { call } = await toySandbox(START)
  expect((await call('PUT', '/_sandbox/workspaces/ci-1')).body).toMatchObject({
    scenario: 'shelf',
    seed: 7,
    clock: { mode: 'real' },
  })
})

test('a deleted workspace begins anew on its next use', async () => {
  const { call } = await toySandbox(START)
  await call('POST', '/w/ci-1/toy/books', { title: 'Third' })
  expect((await call('DELETE', '/_sandbox/workspaces/ci-1')).body).toEqual({ deleted: 'ci-1' })
  expect((await call('GET', '/_sandbox/workspaces')).body.workspaces).toHaveLength(1)
  expect((await call('GET', '/w/ci-1/toy/books')).body.data.count).toBe(2)
})

test('the default workspace stays, and what is not there cannot go', async () => {
  const { call } = await toySandbox(START)
  expect((await call('DELETE', '/_sandbox/workspaces/default')).status).toBe(409)
  expect((await call('DELETE', '/_sandbox/workspaces/ci-9')).status).toBe(404)
})

test.each([
  ['Upper', {}, 'params.name'],
  ['ci-1', { scenario: 'nowhere' }, 'body.scenario'],
  ['ci-1', { scenario: '../package' }, 'body.scenario'],
  ['ci-1', { seed: 'one' }, 'body.seed'],
  ['ci-1', { clock: 'soon' }, 'body.clock'],
  ['ci-1', { clocks: 'real' }, 'body'],
])('no workspace %s is made of %j', async (name, body, path) => {
  const { call } = await toySandbox(START)
  const answer = await call('PUT', `/_sandbox/workspaces/${name}`, body)
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  expect((await call('GET', '/_sandbox/workspaces')).body.workspaces).toHaveLength(1)
})
