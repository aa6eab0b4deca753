import { expect, test } from 'vitest'
import { ADDRESSES, CUSTOMER, EXTERNAL_CUSTOMER, henri, MAIN, main, second } from './henri.ts'

const JUNE = { startDate: '2026-06-01T00:00:00Z' }
const APRIL = { temporary: true, startDate: '2026-04-01T00:00:00Z', endDate: '2026-05-01T00:00:00Z' }

type Made = Awaited<ReturnType<typeof henri>>

/** The reference of the version in a town, of Henri's main address. */
async function versionIn({ call }: Made, town: string): Promise<string> {
  const { body } = await call('GET', `${MAIN}/address-versions`)
  type Listed = { postalAddress: { townName: string }; addressVersionIdentifier: { addressVersionReference: string } }
  const found = body.data.find(({ postalAddress }: Listed) => postalAddress.townName === town)
  return found.addressVersionIdentifier.addressVersionReference
}

/** Starts and ends of the versions of Henri's main address, by town. */
async function periods({ call }: Made) {
  const { body } = await call('GET', `${MAIN}/address-versions`)
  type Listed = { postalAddress: { townName: string }; startDate: string; endDate?: string }
  return body.data.map(({ postalAddress, startDate, endDate }: Listed) => [postalAddress.townName, startDate, endDate])
}

const BERLIN = '2023-01-26T10:23:47.029+00:00'

test('a permanent version to come disappears, and its predecessor has no end again', async () => {
  const made = await henri()
  await made.create(main('Potsdam', JUNE))
  expect(await periods(made)).toEqual([
    ['BERLIN', BERLIN, '2026-06-01T00:00:00.000+00:00'],
    ['Potsdam', '2026-06-01T00:00:00.000+00:00', undefined],
  ])
  const version = await versionIn(made, 'Potsdam')
  const { body } = await made.call('DELETE', `${MAIN}/address-versions/${version}`)
  expect(body.data).toStrictEqual({
    addressIdentifier: {
      addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761',
      issuerAddressExternalReference: 'ADDRESS-202301260053',
    },
    addressVersionIdentifier: { addressVersionReference: version },
  })
  expect(await periods(made)).toEqual([['BERLIN', BERLIN, undefined]])
  made.at('2026-07-01T00:00:00Z')
  expect(await made.town(MAIN)).toBe('BERLIN')
  expect(await made.refusal('DELETE', `${MAIN}/address-versions/${version}`)).toEqual({
    status: 404,
    rule: 'version-unknown',
    changed: false,
  })
})

test('between two, the first lasts until the third', async () => {
  const made = await henri()
  await made.create(main('Potsdam', JUNE))
  await made.create(main('Dresden', { startDate: '2026-09-01T00:00:00Z' }))
  await made.call('DELETE', `${MAIN}/address-versions/${await versionIn(made, 'Potsdam')}`)
  expect(await periods(made)).toEqual([
    ['BERLIN', BERLIN, '2026-09-01T00:00:00.000+00:00'],
    ['Dresden', '2026-09-01T00:00:00.000+00:00', undefined],
  ])
})

test('a temporary version to come disappears', async () => {
  const made = await henri()
  await made.create(main('Sylt', APRIL))
  await made.call('DELETE', `${MAIN}/address-versions/${await versionIn(made, 'Sylt')}`)
  expect(await periods(made)).toEqual([['BERLIN', BERLIN, undefined]])
})

test('a temporary version in force ends now and stays listed, from its first millisecond to its last', async () => {
  for (const now of ['2026-04-01T00:00:00.000', '2026-04-11T12:00:00.000', '2026-04-30T23:59:59.999']) {
    const made = await henri()
    await made.create(main('Sylt', APRIL))
    made.at(`${now}Z`)
    expect(await made.town(MAIN)).toBe('Sylt')
    const version = await versionIn(made, 'Sylt')
    expect((await made.call('DELETE', `${MAIN}/address-versions/${version}`)).status).toBe(200)
    expect(await made.town(MAIN)).toBe('BERLIN')
    expect(await periods(made)).toEqual([
      ['BERLIN', BERLIN, undefined],
      ['Sylt', '2026-04-01T00:00:00.000+00:00', `${now}+00:00`],
    ])
    const again = await made.refusal('DELETE', `${MAIN}/address-versions/${version}`)
    expect(again).toEqual({ status: 400, rule: 'version-stays', changed: false })
  }
})

test('an ended temporary version, a past and a current permanent one stay', async () => {
  const made = await henri()
  await made.create(main('Potsdam', JUNE))
  await made.create(main('Sylt', APRIL))
  made.at('2026-06-01T00:00:00Z')
  for (const town of ['BERLIN', 'Potsdam', 'Sylt']) {
    const path = `${MAIN}/address-versions/${await versionIn(made, town)}`
    expect(await made.refusal('DELETE', path)).toEqual({ status: 400, rule: 'version-stays', changed: false })
  }
})

test('a version of an inactive address can be deleted', async () => {
  const { call, create, history } = await henri()
  const path = `${ADDRESSES}/${await create(second('Kiel'))}`
  await create(second('Ulm', JUNE))
  await call('POST', `${path}/deactivate`)
  expect((await call('DELETE', `${path}/address-versions/ADDVER_1000000000440550`)).status).toBe(200)
  expect(await history()).toEqual([['Kiel', '2026-03-02T09:00:00.000+00:00', undefined]])
})

test('a version is found under its own address only', async () => {
  const { create, refusal } = await henri()
  const path = `${ADDRESSES}/${await create(second('Kiel'))}`
  await create(main('Potsdam', JUNE))
  const missing = { status: 404, rule: 'version-unknown', changed: false }
  expect(await refusal('DELETE', `${path}/address-versions/ADDVER_1000000000440550`)).toEqual(missing)
})

test('an address that has lost its only version has none to list, and can be given one', async () => {
  const { call, create, history, town } = await henri()
  const path = `${ADDRESSES}/${await create(second('hotel', { temporary: true, endDate: '2026-05-01T00:00:00Z' }))}`
  // It overlaps the only version there is, which it removes, and is still to come itself.
  await create(second('hostel', APRIL))
  expect((await call('DELETE', `${path}/address-versions/ADDVER_1000000000440550`)).status).toBe(200)
  expect((await call('GET', `${path}/address-versions`)).body.data).toEqual([])
  expect(await town(path)).toBe(404)
  expect((await call('PUT', path, second('home'))).status).toBe(200)
  expect(await history()).toEqual([['home', '2026-03-02T09:00:00.000+00:00', undefined]])
})

test('the issuer’s reference of an address stands without addresses/ before its versions, and with it nowhere', async () => {
  const { call } = await henri()
  const own = await call('GET', `${MAIN}/address-versions`)
  for (const customer of [CUSTOMER, EXTERNAL_CUSTOMER]) {
    const path = `${customer}/external-addresses/ADDRESS-202301260053`
    const { status, body } = await call('GET', `${path}/address-versions`)
    expect([status, body.data]).toEqual([200, own.body.data])
    expect((await call('GET', path)).status).toBe(404)
    const other = `${customer}/addresses/external-addresses/ADDRESS-202301260053/address-versions`
    for (const [method, wrong] of [
      ['GET', other],
      ['DELETE', `${other}/ADDVER_1000000000417761`],
    ] as const) {
      const answer = await call(method, wrong)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('x-sandbox-operation')).toBeNull()
    }
  }
})

test.each([
  ['GET', `${ADDRESSES}/external-addresses/address-versions`, 'retrieveAddressByIssuerExtRef'],
  ['GET', `${ADDRESSES}/external-addresses`, 'retrieveAddress'],
  ['GET', `${CUSTOMER.replace(/CUS\d+/, 'external-customers')}/addresses`, 'retrieveCustomerByIssuerExtRef'],
  ['POST', `${ADDRESSES}/external-addresses/activate/activate`, 'activateAddressByIssuerExtRef'],
  ['GET', `${CUSTOMER}/external-addresses/address-versions/address-versions`, 'retrieveAddressVersionsByIssuerExtRef'],
])('%s %s: a literal segment wins over a parameter', async (method, path, operation) => {
  const { call } = await henri()
  const answer = await call(method, path)
  expect([answer.status, answer.headers.get('x-sandbox-operation')]).toEqual([404, operation])
})

test('versions are listed with their references, and without usages', async () => {
  const { call, create } = await henri()
  const usage = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }
  const reference = await create(second('Kiel', { addressUsages: [usage] }))
  const { body } = await call('GET', `${ADDRESSES}/${reference}/address-versions?embed=addressUsages`)
  expect(body.data).toStrictEqual([
    {
      issuerId: '1234',
      addressIdentifier: { addressReference: reference },
      addressVersionIdentifier: { addressVersionReference: 'ADDVER_1000000000440549' },
      addressLabel: 'SECOND_POSTAL_ADDRESS',
      addressType: 'POSTAL_MAIL',
      postalAddress: { townName: 'Kiel', country: 'DE' },
      status: 'ACTIVE',
      startDate: '2026-03-02T09:00:00.000+00:00',
    },
  ])
})

test('there is no filter on invalidations and deletions', async () => {
  const { call, create } = await henri()
  expect((await call('POST', `${MAIN}/invalidate?filter=invalid`)).body.data).toHaveProperty('addressIdentifier')
  await create(main('Potsdam', JUNE))
  const path = `${MAIN}/address-versions/ADDVER_1000000000440549?filter=addressVersionIdentifier`
  expect((await call('DELETE', path)).body.data).toHaveProperty('addressIdentifier')
  expect((await call('GET', `${MAIN}/address-versions?filter=startDate`)).body.data).toEqual([{ startDate: BERLIN }])
})
