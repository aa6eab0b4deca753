import { expect, test } from 'vitest'
import { eventsOf } from '../control/events.ts'
import { started } from './running.ts'

const STREAM = '/_sandbox/requests/stream'

test('a stream over a socket tells steps at once, and does not hold up a stop', async () => {
  const { url, call, stop } = await started(['--memory'])
  const answer = await fetch(url + STREAM)
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const stream = eventsOf(answer)
  await stream.read()
  await call('GET', '/customer/nowhere')
  expect(await stream.next()).toMatchObject(['step', '1', { status: 404 }])
  const code = stop()
  expect(await stream.next()).toEqual(['end', undefined, {}])
  expect([await stream.next(), await code]).toEqual([undefined, 0])
})

test('a client that goes is noticed', async () => {
  const { url, call } = await started(['--memory'])
  const leaving = new AbortController()
  const stream = eventsOf(await fetch(url + STREAM, { signal: leaving.signal }))
  await stream.read()
  const listeners = async () => /^sandbox_listeners (\d+)$/m.exec((await call('GET', '/metrics')).text)?.[1]
  expect(await listeners()).toBe('1')
  leaving.abort()
  await expect.poll(listeners).toBe('0')
})
