import { afterEach, expect, test, vi } from 'vitest'
import { sandbox } from '../harness.ts'
import { armed } from '../http/fault-setting.ts'
import { dataFolder } from '../kernel/data-folder.ts'
import { toySandbox } from '../toy/sandbox.ts'
import { eventsOf } from './events.ts'

const FROZEN = { clock: '2026-03-02T09:00:00Z' }
const BOOK = '/toy/books/B1'
const STREAM = '/_sandbox/requests/stream'

afterEach(() => void vi.useRealTimers())

/** A toy sandbox, and streams of it. */
async function listening() {
  const made = await toySandbox(FROZEN)
  const listen = async (path = STREAM, headers: Record<string, string> = {}) =>
    eventsOf(await made.app.request(path, { headers }))
  return { ...made, listen, audience: made.workspaces.places.audience }
}

test('a stream tells each step as the list has it, from now on', async () => {
  const { call, listen } = await listening()
  await call('GET', BOOK)
  const stream = await listen()
  await call('GET', '/toy/books/B9')
  const { requests } = (await call('GET', '/_sandbox/requests?since=1')).body
  expect(await stream.next()).toEqual(['step', '2', requests[0]])
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  expect(await stream.next()).toMatchObject(['step', '3', { kind: 'control', operation: 'advanceClock' }])
})

test('a stream goes on behind the step that a client has seen last, whichever way it says so', async () => {
  const { call, listen } = await listening()
  for (let id = 1; id <= 3; id++) await call('GET', BOOK)
  expect(await (await listen(`${STREAM}?since=1`)).next()).toMatchObject(['step', '2', { id: 2 }])
  const resumed = await listen(`${STREAM}?since=0`, { 'last-event-id': '2' })
  expect(await resumed.next()).toMatchObject(['step', '3', { id: 3 }])
  expect((await call('GET', `${STREAM}?since=one`)).status).toBe(400)
})

test('what left the journal before it could be sent is counted, and costs no memory meanwhile', async () => {
  const { call, listen, workspaces } = await listening()
  const stream = await listen(`${STREAM}?since=0`)
  await stream.read()
  const journal = workspaces.get('default')?.journal
  for (let id = 1; id <= 1003; id++) {
    if (id === 1) await call('GET', BOOK)
    else journal?.add({ id, text: JSON.stringify({ id, findings: [] }), responseBody: '', trace: undefined })
  }
  expect(await stream.next()).toEqual(['missed', '3', { missed: 3 }])
  expect(await stream.next()).toMatchObject(['step', '4', { id: 4 }])
})

test('a step that is kept after later ones is told nevertheless', async () => {
  const { listen, workspaces } = await listening()
  const journal = workspaces.get('default')?.journal
  const stream = await listen()
  for (const id of [1, 3])
    journal?.add({ id, text: JSON.stringify({ id, findings: [] }), responseBody: '', trace: undefined })
  const ids = [(await stream.next())?.[1], (await stream.next())?.[1]]
  journal?.add({ id: 2, text: JSON.stringify({ id: 2, findings: [] }), responseBody: '', trace: undefined })
  expect([...ids, (await stream.next())?.[1]]).toEqual(['1', '3', '2'])
})

test('a stream tells what is held as soon as it is, to who comes later too, and when it is let go on', async () => {
  const { call, listen } = await listening()
  const stream = await listen()
  await armed(call, { match: { operation: 'Book Add' }, effect: { kind: 'hold' } })
  expect((await stream.next())?.[0]).toBe('step')
  const adding = call('POST', '/toy/books', { title: 'Sea' })
  const held = { id: 'held-1', fault: 'fault-1', operation: 'Book Add', since: '2026-03-02T09:00:00.000Z' }
  expect(await stream.next()).toEqual(['held', undefined, { held: [held] }])
  expect(await (await listen()).next()).toEqual(['held', undefined, { held: [held] }])
  await call('POST', '/_sandbox/faults/fault-1/release')
  await adding
  expect(await stream.next()).toEqual(['held', undefined, { held: [] }])
  expect((await stream.next())?.[0]).toBe('step')
  const another = call('POST', '/toy/books', { title: 'Sky' })
  const names = async () => (await stream.next())?.[0]
  expect([await names(), await names()].sort()).toEqual(['held', 'step'])
  await call('POST', '/_sandbox/reset')
  await another
  expect([await names(), await stream.next()]).toEqual(['reset', ['held', undefined, { held: [] }]])
})

test('a stream says that the numbering begins anew, whether it was there or comes later', async () => {
  const { call, listen } = await listening()
  await call('GET', BOOK)
  const [there, later] = [await listen(), () => listen(`${STREAM}?since=7`)]
  await there.read()
  await call('POST', '/_sandbox/reset')
  await call('GET', BOOK)
  for (const stream of [there, await later()]) {
    expect(await stream.next()).toEqual(['reset', '0', { workspace: 'default' }])
    expect(await stream.next()).toMatchObject(['step', '1', { id: 1 }])
  }
})

test('listening makes no workspace, and hears of one that is made later', async () => {
  const { call, listen, workspaces } = await listening()
  const stream = await listen(`/w/later${STREAM}`)
  await stream.read()
  expect(workspaces.names).toEqual(['default'])
  await call('GET', `/w/later${BOOK}`)
  expect(await stream.next()).toMatchObject(['step', '1', { operation: 'Book Read' }])
})

test('a stream keeps no workspace in memory, and goes on in one that comes back', async () => {
  const time = { now: 0 }
  const { request, call, workspaces } = await sandbox({ data: dataFolder(), maxWorkspaces: 2, elapsed: () => time.now })
  const advance = (name: string) => call('POST', `/w/${name}/_sandbox/clock/advance`, { by: 'P1D' })
  await advance('a')
  const stream = eventsOf(await request(`/w/a${STREAM}`))
  await stream.read()
  for (const name of ['b', 'a']) {
    time.now += 61_000
    await advance(name)
    expect([workspaces.get('a') !== undefined, workspaces.places.size]).toEqual([name === 'a', 2])
  }
  expect(await stream.next()).toMatchObject(['step', '2', { operation: 'advanceClock' }])
})

test('a stream ends with its workspace', async () => {
  const { call, listen, audience } = await listening()
  await call('GET', `/w/short${BOOK}`)
  const stream = await listen(`/w/short${STREAM}`)
  await stream.read()
  await call('DELETE', '/_sandbox/workspaces/short')
  expect(await stream.next()).toEqual(['end', undefined, {}])
  expect([await stream.next(), audience.size]).toEqual([undefined, 0])
})

test('a client that leaves is forgotten, and a stream that nobody reads takes no place', async () => {
  const { app, listen, audience } = await listening()
  await app.request(STREAM, { method: 'HEAD' })
  await listen()
  expect(audience.size).toBe(0)
  const stream = await listen()
  await stream.read()
  const waiting = stream.read()
  expect(audience.size).toBe(1)
  await stream.cancel()
  await waiting
  expect(audience.size).toBe(0)
})

test('so many may listen and no more', async () => {
  const { call, listen, audience } = await listening()
  const leave = Array.from({ length: 200 }, () =>
    audience.join('default', { kept() {}, held() {}, restarted() {}, came() {}, ended() {} }),
  )
  expect((await call('GET', STREAM)).status).toBe(503)
  leave[0]?.()
  leave[0]?.()
  await (await listen()).read()
  expect(audience.size).toBe(200)
})

test('a stream without news shows that it lives', async () => {
  const { listen } = await listening()
  vi.useFakeTimers()
  const stream = await listen()
  await stream.read()
  const quiet = stream.read()
  await vi.advanceTimersByTimeAsync(15_000)
  expect([await quiet, stream.comments.length]).toEqual([true, 2])
})
