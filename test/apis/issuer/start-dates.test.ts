import { expect, test } from 'vitest'
import { others, othersFound } from '../../harness.ts'
import { ADDRESSES, henri, MAIN, main, second } from './henri.ts'

test('a new version on a label in use is in force from its start, to the millisecond', async () => {
  const { call, create, at, town } = await henri()
  const reference = await create(main('Potsdam', { startDate: '2026-04-01T12:00:00.000+02:00' }))
  expect(MAIN).toContain(reference)
  expect(await town(MAIN)).toBe('BERLIN')
  at('2026-04-01T09:59:59.999Z')
  const before = await call('GET', MAIN)
  expect(before.body.data).toMatchObject({
    postalAddress: { townName: 'BERLIN' },
    endDate: '2026-04-01T10:00:00.000+00:00',
  })
  at('2026-04-01T10:00:00.000Z')
  const after = await call('GET', MAIN)
  expect(after.body.data).toMatchObject({
    postalAddress: { townName: 'Potsdam' },
    startDate: '2026-04-01T10:00:00.000+00:00',
  })
  expect(after.body.data).not.toHaveProperty('endDate')
  at('2026-04-01T10:00:00.001Z')
  expect(await town(MAIN)).toBe('Potsdam')
})

test('a start date without a time is the start of that day at the issuer, also across daylight saving', async () => {
  const { create, history } = await henri()
  await create(second('now'))
  await create(second('winter', { startDate: '2026-03-29' }))
  await create(second('summer', { startDate: '2026-03-30' }))
  await create(second('winter again', { startDate: '2026-10-26' }))
  expect(await history()).toEqual([
    ['now', '2026-03-02T09:00:00.000+00:00', '2026-03-28T23:00:00.000+00:00'],
    ['winter', '2026-03-28T23:00:00.000+00:00', '2026-03-29T22:00:00.000+00:00'],
    ['summer', '2026-03-29T22:00:00.000+00:00', '2026-10-25T23:00:00.000+00:00'],
    ['winter again', '2026-10-25T23:00:00.000+00:00', undefined],
  ])
})

test('the end of the year 9999 is to come wherever the caller is', async () => {
  const { create, history } = await henri()
  await create(second('now'))
  await create(second('never', { startDate: '9999-12-31T23:59:59-12:00' }))
  await create(second('for good', { temporary: true, endDate: '9999-12-31T23:59:59.999-01:00' }))
  expect(await history()).toEqual([
    ['now', '2026-03-02T09:00:00.000+00:00', '9999-12-31T23:59:59.999+00:00'],
    ['for good', '2026-03-02T09:00:00.000+00:00', '9999-12-31T23:59:59.999+00:00'],
    ['never', '9999-12-31T23:59:59.999+00:00', undefined],
  ])
})

test('a time without an offset is local to the issuer', async () => {
  const { create, history } = await henri()
  await create(second('now'))
  await create(second('later', { startDate: '2026-07-01T08:30:00' }))
  expect((await history())[1]).toEqual(['later', '2026-07-01T06:30:00.000+00:00', undefined])
})

test('a start date of today means now, today being the issuer’s', async () => {
  // Half past midnight in Berlin, still yesterday in UTC.
  const { create, history, findings } = await henri({ clock: '2026-06-09T22:30:00.000Z' })
  await create(second('first'))
  await create(second('today', { startDate: '2026-06-10T23:59:00+02:00' }))
  expect(findings()).toEqual([])
  expect(await history()).toEqual([
    ['first', '2026-06-09T22:30:00.000+00:00', '2026-06-09T22:30:00.000+00:00'],
    ['today', '2026-06-09T22:30:00.000+00:00', undefined],
  ])
})

test('a start date before today counts as now on a label in use, with a finding; one of tomorrow is kept', async () => {
  const { create, history, findings, workspace } = await henri({ clock: '2026-06-09T22:30:00.000Z' })
  await create(second('first'))
  await create(second('yesterday', { startDate: '2026-06-09T22:00:00+02:00' }))
  expect(findings()).toEqual([['ignored-start-date', 'startDate']])
  expect(others(workspace.findings)[0]?.message).toContain('today is 2026-06-10 in Europe/Berlin')
  await create(second('tomorrow', { startDate: '2026-06-11' }))
  expect(findings()).toEqual([])
  expect((await history()).slice(1)).toEqual([
    ['yesterday', '2026-06-09T22:30:00.000+00:00', '2026-06-10T22:00:00.000+00:00'],
    ['tomorrow', '2026-06-10T22:00:00.000+00:00', undefined],
  ])
})

test('a temporary address that began before today begins now, and ends as it says', async () => {
  const { create, history, refusal } = await henri()
  await create(second('home'))
  await create(second('Ulm', { temporary: true, startDate: '2026-02-01', endDate: '2026-04-01' }))
  expect((await history())[1]).toEqual(['Ulm', '2026-03-02T09:00:00.000+00:00', '2026-03-31T22:00:00.000+00:00'])
  const over = second('Ulm', { temporary: true, startDate: '2026-02-01', endDate: '2026-02-10' })
  expect(await refusal('POST', ADDRESSES, over)).toMatchObject({ status: 400, rule: 'end-date-too-early' })
})

test('the first address of a label starts at once, whatever start date was sent', async () => {
  const { call, history } = await henri()
  const created = await call('POST', ADDRESSES, second('Ulm', { startDate: '2027-01-01' }))
  expect(othersFound(created.headers)).toBe('1')
  expect(await history()).toEqual([['Ulm', '2026-03-02T09:00:00.000+00:00', undefined]])
  const past = { addressLabel: 'PERSONAL_EMAIL', addressType: 'E_MAIL', emailAddress: { email: 'h@example.com' } }
  expect((await call('POST', ADDRESSES, { ...past, startDate: '2001-01-01' })).status).toBe(200)
})

test('a label whose only address is inactive gets a new address, which starts at once', async () => {
  const { create, call } = await henri()
  const MEHMET = '/api/v2/issuers/1234/customers/CUS10000400004/addresses'
  const reference = await create(second('Trier', { startDate: '2027-01-01' }), MEHMET)
  expect(reference).toBe('ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549')
  const { body } = await call('GET', MEHMET)
  expect(body.data.map(({ postalAddress }: { postalAddress: { townName: string } }) => postalAddress.townName)).toEqual(
    ['Köln', 'Trier'],
  )
})

test('future versions stand side by side in order; one with the same start replaces', async () => {
  const { create, history, at } = await henri()
  await create(second('now'))
  await create(second('autumn', { startDate: '2026-09-01T00:00:00Z' }))
  await create(second('summer', { startDate: '2026-06-01T00:00:00Z' }))
  await create(second('another autumn', { startDate: '2026-09-01T02:00:00+02:00' }))
  expect(await history()).toEqual([
    ['now', '2026-03-02T09:00:00.000+00:00', '2026-06-01T00:00:00.000+00:00'],
    ['summer', '2026-06-01T00:00:00.000+00:00', '2026-09-01T00:00:00.000+00:00'],
    ['another autumn', '2026-09-01T00:00:00.000+00:00', undefined],
  ])
  at('2026-07-01T00:00:00Z')
  await create(second('July'))
  expect((await history()).map(([town]: [string]) => town)).toEqual(['now', 'summer', 'July', 'another autumn'])
})
