import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

const NOW = '2026-03-02T09:00:00.000Z'

async function clocked(clock = '2024-01-31T10:00:00Z') {
  const made = await toySandbox({ clock })
  const set = (body: unknown) => made.call('PUT', '/_sandbox/clock', body)
  const advance = (body: unknown) => made.call('POST', '/_sandbox/clock/advance', body)
  return { ...made, set, advance, read: async () => (await made.call('GET', '/_sandbox/clock')).body }
}

test('a period is the calendar’s: a month after the last of January is the last of February', async () => {
  const { advance, read } = await clocked()
  expect((await advance({ by: 'P1M' })).body).toEqual({ mode: 'frozen', now: '2024-02-29T10:00:00.000Z' })
  expect((await advance({ by: 'P1Y' })).body.now).toBe('2025-02-28T10:00:00.000Z')
  expect((await advance({ by: 'P1DT2H' })).body.now).toBe('2025-03-01T12:00:00.000Z')
  expect((await advance({ by: 'PT0.001S' })).body.now).toBe('2025-03-01T12:00:00.001Z')
  expect(await read()).toEqual({ mode: 'frozen', now: '2025-03-01T12:00:00.001Z' })
})

test('days are those of UTC, whatever a zone saves', async () => {
  const { advance } = await clocked('2026-03-28T23:30:00Z')
  expect((await advance({ by: 'P1D' })).body.now).toBe('2026-03-29T23:30:00.000Z')
})

test('time passes to an instant, the present one included', async () => {
  const { advance } = await clocked()
  expect((await advance({ to: '2024-01-31T11:00:00+01:00' })).body.now).toBe('2024-01-31T10:00:00.000Z')
  expect((await advance({ to: '2024-07-01' })).body.now).toBe('2024-07-01T00:00:00.000Z')
})

test('a real clock that is advanced runs on from there', async () => {
  const { advance, read, system } = await clocked('real')
  expect(await read()).toEqual({ mode: 'real', now: NOW })
  expect((await advance({ by: 'P1D' })).body).toEqual({ mode: 'running', now: '2026-03-03T09:00:00.000Z' })
  system.now += 1000
  expect(await read()).toEqual({ mode: 'running', now: '2026-03-03T09:00:01.000Z' })
})

test('a clock may be set to any instant, and to any mode from where it is', async () => {
  const { set, read, system } = await clocked()
  expect((await set({ mode: 'running', now: '1999-12-31T23:59:59Z' })).body.now).toBe('1999-12-31T23:59:59.000Z')
  system.now += 1000
  expect((await set({ mode: 'frozen' })).body).toEqual({ mode: 'frozen', now: '2000-01-01T00:00:00.000Z' })
  system.now += 1000
  expect(await read()).toEqual({ mode: 'frozen', now: '2000-01-01T00:00:00.000Z' })
  expect((await set({ mode: 'real' })).body).toEqual({ mode: 'real', now: '2026-03-02T09:00:02.000Z' })
})

test.each([
  [{ by: '-P1D' }, 'body.by'],
  [{ by: 'PT-1S' }, 'body.by'],
  [{ by: 'P300000Y' }, 'body.by'],
  [{ to: '2023-01-01' }, 'body.to'],
  [{ by: 'a day' }, 'body.by'],
  [{ by: 'P' }, 'body.by'],
  [{ by: 'PT' }, 'body.by'],
  [{ to: '10000-01-01' }, 'body.to'],
  [{ to: 'never' }, 'body.to'],
  [{ by: 'P1D', to: '2030-01-01' }, 'body'],
  [{}, 'body'],
])('advance refuses %j, and the clock stays', async (body, path) => {
  const { advance, read } = await clocked()
  expect(await advance(body)).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  expect(await read()).toEqual({ mode: 'frozen', now: '2024-01-31T10:00:00.000Z' })
})

test.each([
  [{ mode: 'real', now: '2030-01-01' }, 'body.now'],
  [{ mode: 'frozen', now: '+300000-01-01' }, 'body.now'],
  [{ mode: 'frozen', now: '+010000-01-01' }, 'body.now'],
  [{ mode: 'frozen', now: '1969-12-31T23:59:59.999Z' }, 'body.now'],
  [{ mode: 'frozen', now: '09:00' }, 'body.now'],
  [{ mode: 'frozen', now: 5 }, 'body.now'],
  [{ mode: 'still' }, 'body.mode'],
  [{ now: '2030-01-01' }, 'body.mode'],
  [{ mode: 'frozen', at: '2030-01-01' }, 'body'],
])('a clock cannot be set to %j', async (body, path) => {
  const { set, read } = await clocked()
  expect(await set(body)).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  expect(await read()).toEqual({ mode: 'frozen', now: '2024-01-31T10:00:00.000Z' })
})

test('answers have no duration while time stands still', async () => {
  const { call } = await clocked()
  expect((await call('GET', '/toy/books')).body.data.timeTakenMs).toBe(0)
})
