import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { problemOf } from '../../src/http/answers/problem-details.ts'
import type { Face } from '../../src/http/face.ts'
import { mount, pathsOf } from '../../src/http/mount.ts'
import { operation } from '../../src/http/operation.ts'
import { routesOf } from '../../src/http/route.ts'
import { sandbox } from '../harness.ts'
import { dataFolder, opened } from '../kernel/data-folder.ts'
import { toySandbox } from '../toy/sandbox.ts'

test('a step that is answered after a reset is none of what began since', async () => {
  const { workspaces, call } = await toySandbox()
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const hold = operation({
    ...{ id: 'hold', method: 'post', path: '/hold', summary: 'Hold', source: 'decision Journal' },
    ...{ changesWorld: true, response: z.object({}) },
  }).handle(async () => {
    await held
    return {}
  })
  const face: Face = {
    ...{ name: 'control', title: '', version: '', description: '', basePaths: ['/_sandbox'], owns: [] },
    ...{ operations: [hold], maxBody: 100, control: true, wrongMediaType: 415 },
    ...{ success: (output) => output, failure: problemOf },
  }
  const app = new Hono()
  const admitted = { names: [], origins: [], tokens: {} }
  mount(app, pathsOf(routesOf(face)), { workspaces, checkResponses: true, admitted, log: () => {}, report: () => {} })
  const answer = app.request('/_sandbox/hold', { method: 'POST' })
  await Promise.resolve()
  const journal = workspaces.get('default')?.journal
  await expect.poll(() => workspaces.get('default')?.requests).toBe(1)
  await call('POST', '/_sandbox/reset')
  await call('GET', '/toy/books/B1')
  goOn()
  expect((await answer).status).toBe(200)
  expect([...(journal?.newestFirst() ?? [])].map(({ id, operation }) => [id, operation])).toEqual([[1, 'Book Read']])
})

test('a step from before a restart is not kept any more, and one that never was is not found', async () => {
  const data = dataFolder()
  const first = await opened(data, { scenario: 'quickstart' })
  await first.call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  expect((await first.call('GET', '/_sandbox/requests/1')).status).toBe(200)
  await first.close()
  const { call } = await opened(data, { scenario: 'quickstart' })
  expect((await call('GET', '/_sandbox/requests/1')).status).toBe(410)
  expect((await call('GET', '/_sandbox/requests/2')).status).toBe(404)
})

test.each([
  ['/customer/l8v2', 'x-client-request-id'],
  ['/api/v2/issuers/1234/customers', 'wl-correlation-id'],
])('correlation ids of callers, and derived ones, lead to the steps of %s', async (path, header) => {
  const { call } = await sandbox()
  await call('POST', path, {}, { [header]: 'trace-Ω-7'.replace('Ω', 'o') })
  await call('POST', path, {}, { [header]: '' })
  const listed = async (query = '') => (await call('GET', `/_sandbox/requests${query}`)).body.requests
  const [derived, own] = await listed()
  expect([own.correlationId, derived.correlationId]).toEqual(['trace-o-7', expect.stringMatching(/-000000000002$/)])
  for (const step of [own, derived])
    expect(await listed(`?correlationId=${encodeURIComponent(step.correlationId)}`)).toEqual([step])
})
