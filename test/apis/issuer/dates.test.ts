import { Settings } from 'luxon'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isDate, localWriter, readDate } from '../../../src/apis/issuer/platform/dates.ts'
import { instant } from '../../../src/kernel/clock.ts'

test.each([
  ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-29T01:59:59.999+0100'],
  ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29T03:00:00.000+0200'],
  ['2026-10-25T00:59:59.999Z', 'Europe/Berlin', '2026-10-25T02:59:59.999+0200'],
  ['2026-10-25T01:00:00.000Z', 'Europe/Berlin', '2026-10-25T02:00:00.000+0100'],
  ['2026-01-01T00:00:00.000Z', 'America/St_Johns', '2025-12-31T20:30:00.000-0330'],
  ['2026-01-01T00:00:00.000Z', 'Asia/Kathmandu', '2026-01-01T05:45:00.000+0545'],
  // Offsets with seconds, which ended on a half minute.
  ['1970-01-01T00:00:00.000Z', 'Africa/Monrovia', '1969-12-31T23:16:00.000-0044'],
  ['1972-01-07T00:44:29.999Z', 'Africa/Monrovia', '1972-01-07T00:00:29.999-0044'],
  ['1972-01-07T00:44:30.000Z', 'Africa/Monrovia', '1972-01-07T00:44:30.000+0000'],
  ['2026-01-01T00:00:00.000Z', 'UTC', '2026-01-01T00:00:00.000+0000'],
  // The last instant of a clock, where the sun rises first.
  ['9999-12-30T23:59:59.999Z', 'Pacific/Kiritimati', '9999-12-31T13:59:59.999+1400'],
])('%s in %s is %s', (utc, zone, local) => {
  const write = localWriter()
  // What was asked for before must not matter.
  write(instant('2026-03-28T12:00:00Z'), zone)
  write(instant('2026-07-01T12:00:00Z'), 'Europe/Berlin')
  expect(write(instant(utc), zone)).toBe(local)
  expect(write(instant(utc), zone)).toBe(local)
})

test('a day that begins an hour late where clocks change at midnight begins then', () => {
  expect(readDate('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000+00:00')
})

test.each([
  ['2026-07-01T08:30:00', 'Europe/Berlin', '2026-07-01T06:30'],
  ['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T01:30'],
  ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30'],
  ['2026-10-25T03:00:00', 'Europe/Berlin', '2026-10-25T02:00'],
  ['2026-11-01T01:15', 'America/New_York', '2026-11-01T05:15'],
  ['2026-03-08T02:15', 'America/New_York', '2026-03-08T07:15'],
])('%s in %s is %s in UTC, whatever the day on which it is asked', (text, zone, utc) => {
  onTestFinished(() => {
    vi.useRealTimers()
  })
  for (const day of ['2026-01-15', '2026-07-15']) {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
    Settings.resetCaches()
    expect(readDate(text, zone), day).toBe(`${utc}:00.000+00:00`)
  }
})

test('a date that is in the year 10000 for us stands for the last instant of 9999, so it is after all others', () => {
  const last = '9999-12-31T23:59:59.999+00:00'
  expect(readDate('9999-12-31T23:59:59-12:00', 'Europe/Berlin')).toBe(last)
  expect(readDate('9999-12-31T23:59:59', 'America/New_York')).toBe(last)
  expect(readDate('9999-12-31', 'Europe/Berlin')).toBe('9999-12-30T23:00:00.000+00:00')
})

test.each([
  '2026-03-02',
  '2026-03-02T10:00',
  '2026-03-02T10:00:00Z',
  '2026-03-02T10:00:00.1234+0100',
  '2026-03-02t10:00:00z',
  '2026-03-02T10:00:00.5z',
  '2026-03-02t10:00',
])('%s is a date', (text) => expect(isDate(text)).toBe(true))

test('the letters of a date may be small', () => {
  expect(readDate('2026-07-01t08:30:00.250z', 'Europe/Berlin')).toBe('2026-07-01T08:30:00.250+00:00')
  expect(readDate('2026-07-01t08:30:00', 'Europe/Berlin')).toBe('2026-07-01T06:30:00.000+00:00')
  expect(readDate('2026-07-01t08:30:00+01:00', 'Europe/Berlin')).toBe('2026-07-01T07:30:00.000+00:00')
})

test('a date before the year 0 in UTC stands for the first instant of it, so it is before all others', () => {
  expect(readDate('0000-01-01T00:00:00+14:00', 'Europe/Berlin')).toBe('0000-01-01T00:00:00.000+00:00')
})

test.each(['+23:59', '-2359', '+14', '+00:00'])('%s is an offset', (offset) =>
  expect(isDate(`2026-03-02T10:00:00${offset}`)).toBe(true),
)

test.each(['+24:00', '+10:60', '-99', '+1', 'zz', ' +01:00'])('%s is no offset', (offset) =>
  expect(isDate(`2026-03-02T10:00:00${offset}`)).toBe(false),
)

test.each(['2026', '2026-03', '20260302', '2026-061', '2026-13-01', '2026-03-02 10:00', '2026-03-02T25:00:00Z', ''])(
  '%s is no date',
  (text) => expect(isDate(text)).toBe(false),
)
