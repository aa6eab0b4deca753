import { expect, test } from 'vitest'
import { VERSION } from '../../src/version.ts'
import { toySandbox } from '../toy/sandbox.ts'

test('info says what runs, where the workspace stands and which operations are served', async () => {
  const { call } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  await call('POST', '/w/ci-1/toy/books', { title: 'Third' })
  const { digest } = (await call('GET', '/w/ci-1/_sandbox/digest')).body
  const { body } = await call('GET', '/w/ci-1/_sandbox/info')
  expect(body).toMatchObject({
    name: 'issuer-sandbox',
    version: VERSION,
    workspace: {
      name: 'ci-1',
      scenario: 'shelf',
      seed: 7,
      clock: { mode: 'frozen', now: '2026-03-02T09:00:00.000Z' },
      digest,
      changes: 1,
    },
    apis: [{ name: 'toy', version: '1.0.0', basePaths: ['', '/shop'] }],
  })
  expect(body.apis[0].operations).toContainEqual({ id: 'Book Add', method: 'POST', path: '/toy/books' })
})

test('health is alive while it answers, and ready while nothing is in the way', async () => {
  let trouble: string | undefined
  const { call } = await toySandbox({ trouble: () => trouble })
  expect(await call('GET', '/_sandbox/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } })
  trouble = 'stopping'
  expect(await call('GET', '/_sandbox/health/ready')).toMatchObject({ status: 503, body: { detail: 'stopping' } })
  expect(await call('GET', '/_sandbox/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } })
})

test('requests of the control plane are no requests of the workspace, and wear none of its headers', async () => {
  const { call, workspaces } = await toySandbox()
  const answer = await call('GET', '/_sandbox/info')
  expect([...answer.headers.keys()].filter((name) => name.startsWith('x-'))).toEqual([])
  expect(workspaces.get('default')?.requests).toBe(0)
})

test('a path or method that the control plane does not have is answered as problem details', async () => {
  const { call } = await toySandbox()
  expect(await call('GET', '/_sandbox/quite-elsewhere')).toMatchObject({
    status: 404,
    body: {
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'nothing at GET /_sandbox/quite-elsewhere; / tells what there is',
    },
  })
  const wrongMethod = await call('GET', '/_sandbox/reset')
  expect(wrongMethod).toMatchObject({ status: 405, body: { title: 'Method Not Allowed', status: 405 } })
  expect(wrongMethod.headers.get('allow')).toBe('POST')
  expect(wrongMethod.headers.get('content-type')).toBe('application/problem+json')
})
