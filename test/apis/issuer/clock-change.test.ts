import { expect, test } from 'vitest'
import { ADDRESSES, henri, MAIN, main, second } from './henri.ts'

// In Berlin the clocks go forward on 29 March 2026 at 01:00 UTC, and back on 25 October 2026 at 01:00 UTC.

/** The town a millisecond before an instant, at it, and a millisecond after. */
async function around({ at, town }: Awaited<ReturnType<typeof henri>>, instant: string) {
  const seen: (string | number)[] = []
  for (const offset of [-1, 0, 1]) {
    at(new Date(Date.parse(instant) + offset).toISOString())
    seen.push(await town(MAIN))
  }
  return seen
}

test.each([
  ['the day of the change to summer time', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['the day after it, an hour closer', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['the hour that the change skips', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
  ['the day of the change back', '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['the hour that comes twice', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
  ['that hour, the second time', '2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
  ['the day after the change back', '2026-10-26', '2026-10-25T23:00:00.000Z'],
])('a move on %s (%s) is one to the millisecond', async (_, startDate, instant) => {
  const made = await henri()
  await made.create(main('Potsdam', { startDate }))
  expect(await around(made, instant)).toEqual(['BERLIN', 'Potsdam', 'Potsdam'])
  const { body } = await made.call('GET', `${MAIN}/address-versions`)
  const [before, after] = body.data
  expect([before.endDate, after.startDate]).toEqual([0, 0].map(() => `${instant.slice(0, -1)}+00:00`))
})

test('today and tomorrow are the issuer’s on both sides of the change', async () => {
  // A quarter of an hour before and after midnight in Berlin, in winter and in summer time.
  for (const [now, today] of [
    ['2026-03-28T22:45:00Z', '2026-03-28'],
    ['2026-03-28T23:15:00Z', '2026-03-29'],
    ['2026-03-29T21:45:00Z', '2026-03-29'],
    ['2026-03-29T22:15:00Z', '2026-03-30'],
  ] as const) {
    const { create, at, town, findings } = await henri()
    const path = `${ADDRESSES}/${await create(second('Kiel'))}`
    at(now)
    await create(second('Ulm', { startDate: today }))
    expect(await town(path), now).toBe('Ulm')
    expect(findings(), now).toEqual([])
    const yesterday = new Date(Date.parse(today) - 1).toISOString().slice(0, 10)
    await create(second('Bonn', { startDate: yesterday }))
    expect(findings(), now).toEqual([['ignored-start-date', 'startDate']])
  }
})

test('answers are dated with the offset of their moment', async () => {
  const { call, at } = await henri()
  const dated = async (now: string) => {
    at(now)
    return (await call('GET', MAIN)).body.responseMetadata.responseDateTime
  }
  expect(await dated('2026-03-29T00:59:59.999Z')).toBe('2026-03-29T01:59:59.999+0100')
  expect(await dated('2026-03-29T01:00:00.000Z')).toBe('2026-03-29T03:00:00.000+0200')
  expect(await dated('2026-10-25T00:59:59.999Z')).toBe('2026-10-25T02:59:59.999+0200')
  expect(await dated('2026-10-25T01:00:00.000Z')).toBe('2026-10-25T02:00:00.000+0100')
})

test('at the end of time answers have a date of the year 9999, and dates of the last day are to come', async () => {
  const { call, create, history } = await henri({ clock: '9999-12-30T23:59:59.999Z' })
  const { body } = await call('GET', MAIN)
  expect(body.responseMetadata.responseDateTime).toBe('9999-12-31T00:59:59.999+0100')
  await create(second('now'))
  await create(second('never', { startDate: '9999-12-31T12:00:00-12:00' }))
  expect(await history()).toEqual([
    ['now', '9999-12-30T23:59:59.999+00:00', '9999-12-31T23:59:59.999+00:00'],
    ['never', '9999-12-31T23:59:59.999+00:00', undefined],
  ])
  const beyond = await call('PUT', '/_sandbox/clock', { mode: 'frozen', now: '9999-12-31T00:00:00Z' })
  expect(beyond.status).toBe(400)
  expect((await call('POST', '/_sandbox/clock/advance', { by: 'PT0.001S' })).status).toBe(400)
})
