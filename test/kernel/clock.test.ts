import { expect, test } from 'vitest'
import { Clock, type ClockStart, clockInstant, instant, isoInstant, later } from '../../src/kernel/clock.ts'

const NOON = Date.parse('2026-03-02T12:00:00Z')
const HOUR = 3_600_000

/** A clock on a system whose time the test moves. */
function clockAt(start: ClockStart) {
  const system = { now: NOON }
  return { system, clock: new Clock(Clock.start(start), () => system.now) }
}

test('a real clock follows the system', () => {
  const { clock, system } = clockAt('real')
  system.now += HOUR
  expect(clock.toJSON()).toEqual({ mode: 'real', now: '2026-03-02T13:00:00.000Z' })
})

test('a frozen clock stands still until it is moved, and stays frozen then', () => {
  const { clock, system } = clockAt('2023-01-27T10:00:00+01:00')
  system.now += HOUR
  expect(clock.toJSON()).toEqual({ mode: 'frozen', now: '2023-01-27T09:00:00.000Z' })
  clock.moveTo(clock.now() + HOUR)
  expect(clock.toJSON()).toEqual({ mode: 'frozen', now: '2023-01-27T10:00:00.000Z' })
})

test('a real clock that is moved runs on from there', () => {
  const { clock, system } = clockAt('real')
  clock.moveTo(NOON + 24 * HOUR)
  system.now += HOUR
  expect(clock.toJSON()).toEqual({ mode: 'running', now: '2026-03-03T13:00:00.000Z' })
  clock.moveTo(NOON)
  expect(clock.toJSON()).toEqual({ mode: 'running', now: '2026-03-02T12:00:00.000Z' })
})

test('a clock that changes its mode alone goes on from where it is', () => {
  const { clock, system } = clockAt('2030-01-01')
  clock.set('running')
  system.now += HOUR
  expect(clock.toJSON()).toEqual({ mode: 'running', now: '2030-01-01T01:00:00.000Z' })
  clock.set('frozen')
  system.now += HOUR
  expect(clock.toJSON()).toEqual({ mode: 'frozen', now: '2030-01-01T01:00:00.000Z' })
  clock.set('real')
  expect(clock.now()).toBe(system.now)
})

test('the state of a running clock does not change while it runs', () => {
  const { clock, system } = clockAt('real')
  clock.set('running', NOON + HOUR)
  const before = clock.state
  system.now += HOUR
  expect(clock.state).toEqual(before)
})

test('an instant without a zone is in UTC; what is none is not a number', () => {
  expect(instant('2026-03-02T12:00')).toBe(NOON)
  expect(instant('2026-03-02T14:00+02:00')).toBe(NOON)
  expect(instant('yesterday')).toBeNaN()
})

test('an instant as it is usually written is the same one as any other way to write it', () => {
  for (const text of ['0000-01-01', '1999-12-31', '2024-02-29', '9999-12-31']) {
    expect(instant(text), text).toBe(instant(`${text}T00:00:00Z`))
    expect(instant(`${text}T23:59:59.999Z`), text).toBe(instant(`${text}T23:59:59,999+00:00`))
  }
  for (const none of [
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-03-02T24:00:00.001Z',
    '2026-03-02T09:60:00.000Z',
  ])
    expect(instant(none), none).toBeNaN()
})

test('the letters of an instant may be small', () => {
  expect(instant('2026-03-02t12:00z')).toBe(NOON)
  expect(clockInstant('2026-03-02t14:00+02:00')).toBe(NOON)
})

test('a clock that runs stops where clocks end', () => {
  let system = 0
  const clock = new Clock({ mode: 'running', offset: clockInstant('9999-12-30T23:00:00Z') }, () => system)
  system = 3_599_998
  expect(isoInstant(clock.now())).toBe('9999-12-30T23:59:59.998Z')
  system = 48 * 3_600_000
  expect(isoInstant(clock.now())).toBe('9999-12-30T23:59:59.999Z')
})

test('a clock that runs is in 1970 at the earliest, though the machine’s own is set back', () => {
  let system = 86_400_000
  const clock = new Clock({ mode: 'running', offset: -system }, () => system)
  system = 0
  expect(isoInstant(clock.now())).toBe('1970-01-01T00:00:00.000Z')
})

test('a time without a date is no instant, as it would be another one tomorrow', () => {
  expect(instant('12:00')).toBeNaN()
  expect(instant('T12:00')).toBeNaN()
})

test('clocks go from 1970 to a day before the end of 9999, where every platform can write a date, wherever it is', () => {
  expect(clockInstant('1970-01-01')).toBe(0)
  expect(clockInstant('1969-12-31T23:59:59.999Z')).toBeNaN()
  const last = clockInstant('9999-12-30T23:59:59.999Z')
  expect(isoInstant(last)).toBe('9999-12-30T23:59:59.999Z')
  expect(clockInstant('9999-12-31T00:00:00.000Z')).toBeNaN()
  expect(later(last, 'PT0S')).toBe(last)
  expect(later(last, 'PT0.001S')).toBeNaN()
})
