import { expect, test } from 'vitest'
import { others } from '../../harness.ts'
import { ADDRESSES, henri, MAIN, main, second } from './henri.ts'

const LENA = '/api/v2/issuers/1234/customers/CUS10000400001/addresses'
const MEHMET = '/api/v2/issuers/1234/customers/CUS10000400004/addresses'
const NORA = '/api/v2/issuers/5678/customers/CUS10000500001/addresses'
const MEHMETS_SECOND = 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000430042'

const card = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }

test('an update of an active address is a new version from now on, under the same reference', async () => {
  const { call, create, at, history } = await henri()
  const reference = await create(second('Kiel', { issuerAddressExternalReference: 'E-1' }))
  at('2026-03-05T00:00:00.001Z')
  const { body } = await call('PUT', `${ADDRESSES}/external-addresses/E-1`, second('Ulm'))
  expect(body.data).toStrictEqual({
    addressIdentifier: { addressReference: reference, issuerAddressExternalReference: 'E-1' },
  })
  expect(await history()).toEqual([
    ['Kiel', '2026-03-02T09:00:00.000+00:00', '2026-03-05T00:00:00.001+00:00'],
    ['Ulm', '2026-03-05T00:00:00.001+00:00', undefined],
  ])
})

test('unchanged data make a version as well', async () => {
  const { call, at } = await henri()
  at('2026-03-03T00:00:00Z')
  await call('PUT', MAIN, main('BERLIN'))
  expect((await call('GET', `${MAIN}/address-versions`)).body.data).toHaveLength(2)
})

test('what is still to come stays, permanent and temporary, and the update ends with it', async () => {
  const { call, create, at, history } = await henri()
  const path = `${ADDRESSES}/${await create(second('now'))}`
  await create(second('June', { startDate: '2026-06-01T00:00:00Z' }))
  await create(second('July', { temporary: true, startDate: '2026-07-01T00:00:00Z', endDate: '2026-08-01T00:00:00Z' }))
  at('2026-04-01T00:00:00Z')
  await call('PUT', path, second('April'))
  expect(await history()).toEqual([
    ['now', '2026-03-02T09:00:00.000+00:00', '2026-04-01T00:00:00.000+00:00'],
    ['April', '2026-04-01T00:00:00.000+00:00', '2026-06-01T00:00:00.000+00:00'],
    ['June', '2026-06-01T00:00:00.000+00:00', undefined],
    ['July', '2026-07-01T00:00:00.000+00:00', '2026-08-01T00:00:00.000+00:00'],
  ])
})

test('while a temporary version is in force it is the permanent one that is updated', async () => {
  const { call, create, at, town } = await henri()
  await create(main('Sylt', { temporary: true, endDate: '2026-04-01T00:00:00Z' }))
  await call('PUT', MAIN, main('Potsdam'))
  expect(await town(MAIN)).toBe('Sylt')
  at('2026-04-01T00:00:00Z')
  expect(await town(MAIN)).toBe('Potsdam')
})

test('an update of an inactive address makes a new one, without an external reference', async () => {
  const { call, workspace } = await henri()
  const before = (await call('GET', `${MEHMET}/${MEHMETS_SECOND}/address-versions`)).body.data
  const request = second('Trier', { issuerAddressExternalReference: 'TRIER', addressUsages: [card] })
  const { body } = await call('PUT', `${MEHMET}/${MEHMETS_SECOND}`, request)
  const reference = 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549'
  expect(body.data).toStrictEqual({ addressIdentifier: { addressReference: reference } })
  expect(others(workspace.findings)).toMatchObject([
    { kind: 'deprecated-member', path: 'issuerAddressExternalReference' },
    { kind: 'left-out', path: 'postalAddress.buildingNumber' },
    { kind: 'left-out', path: 'postalAddress.streetName' },
    { kind: 'left-out', path: 'postalAddress.postCode' },
  ])
  const made = await call('GET', `${MEHMET}/${reference}?embed=addressUsages`)
  expect(made.body.data).toStrictEqual({
    issuerId: '1234',
    addressIdentifier: { addressReference: reference },
    addressLabel: 'SECOND_POSTAL_ADDRESS',
    addressType: 'POSTAL_MAIL',
    postalAddress: { townName: 'Trier', country: 'DE' },
    addressUsages: [card],
    status: 'ACTIVE',
    startDate: '2026-03-02T09:00:00.000+00:00',
  })
  expect((await call('GET', `${MEHMET}/${MEHMETS_SECOND}/address-versions`)).body.data).toEqual(before)
})

test('where the label has an active address, an update of the inactive one is a version of that', async () => {
  const { call, create, town, refusal } = await henri()
  const active = await create(second('Trier', { issuerAddressExternalReference: 'E-2' }), MEHMET)
  const { body } = await call('PUT', `${MEHMET}/${MEHMETS_SECOND}`, second('Bonn', { addressUsages: [card] }))
  expect(body.data.addressIdentifier).toStrictEqual({
    addressReference: active,
    issuerAddressExternalReference: 'E-2',
  })
  expect(await town(`${MEHMET}/${active}`)).toBe('Bonn')
  expect(await town(`${MEHMET}/${MEHMETS_SECOND}`)).toBe('Konstanz')
  expect(await refusal('POST', `${MEHMET}/${active}/deactivate`)).toMatchObject({ rule: 'usage-linked' })
  expect(await refusal('POST', `${MEHMET}/${MEHMETS_SECOND}/activate`)).toMatchObject({ rule: 'label-in-use' })
})

test('an update makes an invalid address valid', async () => {
  const { call } = await henri()
  const path = `${MEHMET}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000430041`
  expect((await call('GET', path)).body.data.invalid).toBe(true)
  expect((await call('PUT', path, main('Köln', { invalid: true }))).status).toBe(200)
  expect((await call('GET', path)).body.data).not.toHaveProperty('invalid')
})

test('usages in an update are added and moved, and none is taken away', async () => {
  const { call } = await henri()
  const path = `${LENA}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000430011`
  const pin = { ...card, addressUsageName: 'PIN_MAILER_DELIVERY' }
  await call('PUT', path, main('Berlin', { addressUsages: [card, pin] }))
  await call('PUT', path, main('Berlin', { addressUsages: [] }))
  const { body } = await call('GET', `${LENA}?embed=addressUsages`)
  const usages = body.data.map(({ addressUsages }: { addressUsages: object[] }) => addressUsages)
  expect(usages.slice(0, 2)).toEqual([[card, pin], []])
})

test.each([
  ['label-changed', { addressLabel: 'MAIN_POSTAL_ADDRESS' }],
  ['label-changed', { addressLabel: 'HOLIDAY_HOME' }],
  ['type-changed', { addressType: 'E_MAIL', emailAddress: { email: 'a@example.com' } }],
  ['address-data-missing', { postalAddress: null }],
  ['usage-name-unknown', { addressUsages: [{ ...card, addressUsageName: 'POSTCARDS' }] }],
  ['service-code-unknown', { addressUsages: [{ ...card, serviceCode: 'POST_SERVICE' }] }],
])('%s: an update with %j is refused, also of an inactive address', async (rule, wrong) => {
  const { create, refusal } = await henri()
  const active = `${ADDRESSES}/${await create(second('Kiel'))}`
  for (const path of [active, `${MEHMET}/${MEHMETS_SECOND}`])
    expect(await refusal('PUT', path, second('Ulm', wrong))).toEqual({ status: 400, rule, changed: false })
})

test('an update of a phone number or a mail address, and what is left out', async () => {
  const { call, findings, refusal } = await henri()
  const phone = `${LENA}/ADDREF_PRIVATE_MOBILE_PHONE_1000000000430013`
  const request = { addressLabel: 'PRIVATE_MOBILE_PHONE', addressType: 'PHONE' }
  await call('PUT', phone, { ...request, phone: { localPhoneNumber: '030 23125 003' } })
  expect(findings()).toEqual([['left-out', 'phone.countryCode']])
  expect((await call('GET', phone)).body.data.phone).toStrictEqual({ localPhoneNumber: '030 23125 003' })
  const email = `${LENA}/ADDREF_PERSONAL_EMAIL_1000000000430014`
  const wrong = { addressLabel: 'PERSONAL_EMAIL', addressType: 'E_MAIL', emailAddress: { email: 'lena' } }
  expect(await refusal('PUT', email, wrong)).toMatchObject({ status: 400, rule: 'email-malformed' })
})

test('lines that the issuer composes may be left out, other members may not', async () => {
  const { call, findings } = await henri()
  const path = `${NORA}/external-addresses/NK-1-HOME`
  const postalAddress = { buildingNumber: '12', streetName: 'Seeweg', townName: 'Zürich', country: 'CH' }
  await call('PUT', path, main('Zürich', { postalAddress }))
  expect(findings()).toEqual([['left-out', 'postalAddress.postCode']])
  expect((await call('GET', path)).body.data.postalAddress).toStrictEqual({
    line1: 'Nora Keller',
    line2: '12 Seeweg',
    line4: 'Zürich',
    line5: 'CH',
    ...postalAddress,
  })
  const abroad = main('Lima', { postalAddress: { ...postalAddress, country: 'PE' } })
  expect((await call('PUT', path, abroad)).headers.get('x-sandbox-rule')).toBe('country-unknown')
})

test('a member that is too long or unknown to an update is remarked', async () => {
  const { call, findings } = await henri()
  const lines = { line1: 'x'.repeat(101), line2: 'line2', line4: 'BERLIN', line5: 'DE' }
  await call(
    'PUT',
    MAIN,
    main('BERLIN', { startDate: '2026-05-01', postalAddress: { ...lines, townName: 'BERLIN', country: 'DE' } }),
  )
  expect(findings()).toEqual([
    ['unknown-member', 'startDate'],
    ['likely-too-long', 'postalAddress.line1'],
  ])
})
