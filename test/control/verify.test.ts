import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

async function asked() {
  const { call } = await toySandbox({ clock: '2026-03-02T09:00:00Z' })
  await call('POST', '/toy/books', { title: 'Third' })
  await call('POST', '/toy/books', { title: 'Notes' })
  await call('GET', '/toy/books/B1')
  const verify = async (match: object, bounds: object) =>
    (await call('POST', '/_sandbox/requests/verify', { match, ...bounds })).body
  return { call, verify }
}

test('verify counts the requests that match', async () => {
  const { verify } = await asked()
  expect(await verify({ operation: 'Book Add' }, { count: 2 })).toEqual({ ok: true, count: 2 })
  expect(await verify({ operation: 'bookAdd', status: 422 }, { count: 1 })).toEqual({ ok: true, count: 1 })
  expect(await verify({ path: '/toy/books/*' }, { atLeast: 1 })).toEqual({ ok: true, count: 1 })
  expect(await verify({ path: '/toy/book' }, { atMost: 0 })).toEqual({ ok: true, count: 0 })
  expect(await verify({}, { atMost: 2 })).toEqual({ ok: false, count: 3, reason: 'there are more than 2' })
})

test('verify tells near misses: those that miss by the fewest members, and no others', async () => {
  const { verify } = await asked()
  const match = { operation: 'Book Add', method: 'POST', status: '404' }
  expect(await verify(match, { atLeast: 1 })).toEqual({
    ...{ ok: false, count: 0, reason: 'there are fewer than 1' },
    nearMisses: [
      {
        ...{ id: 2, operation: 'Book Add', path: '/toy/books', status: 422 },
        differs: [{ member: 'status', wanted: '404', actual: '422' }],
      },
      {
        ...{ id: 1, operation: 'Book Add', path: '/toy/books', status: 200 },
        differs: [{ member: 'status', wanted: '404', actual: '200' }],
      },
    ],
  })
  expect(await verify({ operation: 'Book Burn' }, { count: 1 })).not.toHaveProperty('nearMisses')
})

test('verify is not in order where nothing was asked, whatever it was to find', async () => {
  const { call } = await toySandbox()
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  const { body } = await call('POST', '/_sandbox/requests/verify', { match: {}, atMost: 5 })
  expect(body).toEqual({ ok: false, count: 0, reason: 'no request is kept, so nothing was verified' })
})

test.each([
  [{ match: {} }],
  [{ match: { operatoin: 'x' }, count: 1 }],
  [{ match: {}, atLeast: 2, atMost: 1 }],
  [{ match: { status: 'bad' }, count: 1 }],
  [{ match: { operation: 'longer than any'.repeat(1100) }, count: 1 }],
])('verify refuses %j', async (body) => {
  const { call } = await toySandbox()
  expect((await call('POST', '/_sandbox/requests/verify', body)).status).toBe(400)
})
