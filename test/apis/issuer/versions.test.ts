import { expect, test } from 'vitest'
import { ADDRESSES, CUSTOMER, henri, MAIN, main, second } from './henri.ts'

const NOW = '2026-03-02T09:00:00.000+00:00'

type Made = Awaited<ReturnType<typeof henri>>
type Listed = { postalAddress: { townName: string }; startDate: string; endDate?: string; temporary?: boolean }

const listed = async ({ call }: Made, path: string) =>
  (await call('GET', path)).body.data.map(({ postalAddress, startDate, endDate }: Listed) => [
    postalAddress.townName,
    startDate,
    endDate,
  ])

test('two changes at one instant lose no version: the former has a period of no length', async () => {
  const made = await henri()
  const path = `${ADDRESSES}/${await made.create(second('Kiel'))}`
  await made.call('PUT', path, second('Ulm'))
  await made.create(second('Bonn'))
  await made.call('PUT', path, second('Trier', { addressUsages: [] }))
  const versions = [
    ['Kiel', NOW, NOW],
    ['Ulm', NOW, NOW],
    ['Bonn', NOW, NOW],
    ['Trier', NOW, undefined],
  ]
  expect(await listed(made, `${path}/address-versions`)).toEqual(versions)
  expect(await made.history()).toEqual(versions)
  expect(await made.town(path)).toBe('Trier')
  made.at('2026-03-02T09:00:00.001Z')
  expect(await made.town(path)).toBe('Trier')
  const { body } = await made.call('GET', `${CUSTOMER}?embed=addresses`)
  expect(body.data.addresses[1]).toMatchObject({ postalAddress: { townName: 'Trier' }, startDate: NOW })
})

test('a hundred changes at one instant are a hundred versions', async () => {
  const { call } = await henri()
  await Promise.all(Array.from({ length: 100 }, (_, number) => call('PUT', MAIN, main(`Town ${number}`))))
  expect((await call('GET', `${MAIN}/address-versions`)).body.data).toHaveLength(101)
})

test('a version that began as it was booked is kept when another begins at that very instant', async () => {
  const made = await henri()
  await made.create(main('Potsdam', { startDate: '2026-04-01T00:00:00Z' }))
  made.at('2026-04-01T00:00:00Z')
  await made.call('PUT', MAIN, main('Dresden'))
  const APRIL = '2026-04-01T00:00:00.000+00:00'
  expect((await listed(made, `${MAIN}/address-versions`)).slice(1)).toEqual([
    ['Potsdam', APRIL, APRIL],
    ['Dresden', APRIL, undefined],
  ])
})

test('only a version to come is replaced by one with the same start', async () => {
  const made = await henri()
  await made.create(main('Potsdam', { startDate: '2026-04-01T00:00:00Z' }))
  await made.create(main('Dresden', { startDate: '2026-04-01T02:00:00+02:00' }))
  expect((await listed(made, `${MAIN}/address-versions`)).map(([town]: [string]) => town)).toEqual([
    'BERLIN',
    'Dresden',
  ])
})

test('a version of no length cannot be deleted, and the deletion of one to come reopens the newest', async () => {
  const made = await henri()
  await made.call('PUT', MAIN, main('Ulm'))
  await made.call('PUT', MAIN, main('Bonn'))
  await made.create(main('Potsdam', { startDate: '2026-04-01T00:00:00Z' }))
  const { body } = await made.call('GET', `${MAIN}/address-versions`)
  const [, ulm, , potsdam] = body.data.map(
    (version: { addressVersionIdentifier: { addressVersionReference: string } }) =>
      `${MAIN}/address-versions/${version.addressVersionIdentifier.addressVersionReference}`,
  )
  expect(await made.refusal('DELETE', ulm)).toEqual({ status: 400, rule: 'version-stays', changed: false })
  await made.call('DELETE', potsdam)
  expect((await listed(made, `${MAIN}/address-versions`)).slice(1)).toEqual([
    ['Ulm', NOW, NOW],
    ['Bonn', NOW, undefined],
  ])
})

test('an invalid version stays invalid in the list when a valid one begins at the same instant', async () => {
  const { call } = await henri()
  await call('PUT', MAIN, main('Ulm'))
  await call('POST', `${MAIN}/invalidate`)
  await call('PUT', MAIN, main('Bonn'))
  const { body } = await call('GET', `${MAIN}/address-versions`)
  expect(body.data.map(({ invalid = false }: { invalid?: boolean }) => invalid)).toEqual([false, true, false])
  expect((await call('GET', MAIN)).body.data).not.toHaveProperty('invalid')
})

test('a temporary version that is ended where it began stays listed', async () => {
  const made = await henri()
  await made.create(main('Sylt', { temporary: true, endDate: '2026-04-01' }))
  const { body } = await made.call('GET', `${MAIN}/address-versions`)
  const { addressVersionReference } = body.data[1].addressVersionIdentifier
  await made.call('DELETE', `${MAIN}/address-versions/${addressVersionReference}`)
  await made.create(main('Borkum', { temporary: true, endDate: '2026-04-01' }))
  expect((await listed(made, `${MAIN}/address-versions`)).slice(1)).toEqual([
    ['Sylt', NOW, NOW],
    ['Borkum', NOW, '2026-03-31T22:00:00.000+00:00'],
  ])
})

test('what an inactive address was at one instant is kept by the address that takes its place', async () => {
  const made = await henri()
  const path = `${ADDRESSES}/${await made.create(second('Kiel'))}`
  await made.call('POST', `${path}/deactivate`)
  await made.call('PUT', path, second('Ulm'))
  await made.call('PUT', path, second('Bonn'))
  expect(await made.history()).toEqual([
    ['Kiel', NOW, undefined],
    ['Ulm', NOW, NOW],
    ['Bonn', NOW, undefined],
  ])
})
