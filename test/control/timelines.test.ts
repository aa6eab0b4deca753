import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { toySandbox } from '../toy/sandbox.ts'

const TIMELINES = '/_sandbox/timelines'
const CLARA = 'CUS10000375016'

test('a customer of the issuer is told address by address, without moving the clock or the state', async () => {
  const { call } = await sandbox({ scenario: 'temporary-address-active' })
  const digest = async () => (await call('GET', '/_sandbox/digest')).body.digest
  const before = await digest()
  const { body } = await call('GET', `${TIMELINES}/issuer.customers/CUS10000730001`)
  expect(body).toMatchObject({
    title: 'Oskar Held CUS10000730001',
    zone: 'Europe/Berlin',
    now: '2026-03-02T09:00:00.000Z',
  })
  expect(body.bands).toHaveLength(1)
  expect(body.bands[0].usages).toEqual(['CONTRACT_LETTER · CONTRACT_SERVICE'])
  expect(body.bands[0].reads.map(({ version }: { version?: string }) => version)).toEqual([
    ...[undefined, 'ADDVER_1000000000473011', 'ADDVER_1000000000473012', 'ADDVER_1000000000473011'],
  ])
  expect(body.table).toEqual([
    {
      ...{ band: 'Main postal address', number: 1, version: 'ADDVER_1000000000473011', kind: 'permanent' },
      ...{ from: '4 Sep 2023, 09:00', until: 'open', text: 'Elbufer 11, 01067 Dresden, DE', state: 'behind' },
    },
    {
      ...{ band: 'Main postal address', number: 2, version: 'ADDVER_1000000000473012', kind: 'temporary' },
      ...{ from: '1 Feb 2026, 00:00', until: '1 May 2026, 00:00', text: 'Via Roma 2, 39100 Bolzano, IT' },
      state: 'in force',
    },
  ])
  expect(await digest()).toBe(before)
})

test('one address is told by itself, and says when it went out of use', async () => {
  const { call } = await sandbox({ scenario: 'inactive-address-update' })
  const { records } = (await call('GET', '/_sandbox/records/issuer.addresses')).body
  const inactive = records.find(({ status }: { status: string }) => status === 'INACTIVE')
  const { bands, table } = (await call('GET', `${TIMELINES}/issuer.addresses/${inactive.id}`)).body
  expect(bands).toMatchObject([{ id: inactive.id, status: 'INACTIVE', statusSince: '2026-01-15T10:00:00.000Z' }])
  expect(bands[0].reads.at(-1).text).toMatch(/^a read answers ADDVER_\d+: .+ \(INACTIVE\)$/)
  expect(table[0].state).toBe('in force, INACTIVE')
})

test('the main address comes first, and of one label the address that is in use', async () => {
  const { call } = await sandbox({ scenario: 'inactive-address-update' })
  const { records } = (await call('GET', '/_sandbox/records/issuer.addresses')).body
  const { id, customerReference } = records.find(({ status }: { status: string }) => status === 'INACTIVE')
  const update = await call('PUT', `/api/v2/issuers/1234/customers/${customerReference}/addresses/${id}`, {
    ...{ addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL' },
    postalAddress: { townName: 'Kassel', country: 'DE' },
  })
  const { addressReference } = update.body.data.addressIdentifier
  const { bands } = (await call('GET', `${TIMELINES}/issuer.customers/${customerReference}`)).body
  expect(bands.map(({ label, status }: { label: string; status: string }) => `${label} ${status}`)).toEqual([
    ...['MAIN_POSTAL_ADDRESS ACTIVE', 'SECOND_POSTAL_ADDRESS ACTIVE', 'SECOND_POSTAL_ADDRESS INACTIVE'],
  ])
  expect(bands.map((band: { id: string }) => band.id).slice(1)).toEqual([addressReference, id])
})

test('versions that were removed are told on demand, with the step that did it, until a reset forgets it', async () => {
  const { call } = await sandbox({ scenario: 'many-versions' })
  const path = `${TIMELINES}/issuer.customers/CUS10000790001`
  const version = 'ADDVER_1000000000479009'
  const address = '/api/v2/issuers/1234/customers/CUS10000790001/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000479001'
  const states = async (query = '') =>
    (await call('GET', path + query)).body.bands[0].versions.filter(({ id }: { id: string }) => id === version)
  await call('DELETE', `${address}/address-versions/${version}`)
  expect(await states()).toEqual([])
  expect(await states('?removed=true')).toMatchObject([{ state: 'removed', step: 1, text: '20095 Hamburg, DE' }])
  await call('POST', '/_sandbox/reset')
  expect(await states('?removed=true')).toMatchObject([{ state: 'to come' }])
})

test('owner and co-owner have their prior addresses by the day that ended each', async () => {
  const { call } = await sandbox({ scenario: 'co-owner' })
  const { bands, table, zone } = (await call('GET', `${TIMELINES}/first-vision.customers/998-0009980011000000001`)).body
  expect(zone).toBe('UTC')
  expect(bands.map(({ label }: { label: string }) => label)).toEqual(['Owner', 'Co-owner'])
  for (const { versions, reads } of bands) {
    expect(reads).toEqual([])
    expect(versions.map(({ state }: { state: string }) => state)).toEqual(['ended', 'in force'])
    expect(versions[0].from).toBeUndefined()
    expect(versions[0].until).toBe(versions[1].from)
    expect(versions[1].until).toBeUndefined()
  }
  expect(table[0]).toMatchObject({ kind: 'address', from: 'not known' })
})

test('a picture runs and fetches nothing, and is as wide as it was asked for', async () => {
  const { call } = await sandbox()
  const { headers, text } = await call('GET', `${TIMELINES}/issuer.customers/${CLARA}.svg?width=480`)
  expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'")
  expect(text).toMatch(/^<svg [^>]*width="480"/)
})

test('a picture of a stretch of time shows what is in it, and on which side the clock is', async () => {
  const { call } = await sandbox({ scenario: 'many-versions' })
  const path = `${TIMELINES}/issuer.customers/CUS10000790001.svg?from=2017-01-01&to=2020-01-01`
  const { text } = await call('GET', path)
  expect(text).toContain('Lübeck')
  expect(text).not.toMatch(/Hamburg|Oldenburg|Sylt/)
  expect(text).toContain('now 2 Mar 2026, 10:00 ▸')
})

test.each([
  ['width=319', 'query.width'],
  ['width=1601', 'query.width'],
  ['width=wide', 'query.width'],
  ['from=soon', 'query.from'],
  ['to=2026-13-01', 'query.to'],
  ['from=2026-02-01&to=2026-02-01', 'query.to'],
  ['removed=yes', 'query.removed'],
  ['zoom=2', 'query'],
])('a picture cannot be asked for with %s', async (query, path) => {
  const { call } = await sandbox()
  const { status, body } = await call('GET', `${TIMELINES}/issuer.customers/${CLARA}.svg?${query}`)
  expect(status).toBe(400)
  expect(body.errors[0].path).toBe(path)
})

test('a type without a timeline, or a record that is not there, is 404 and says what there is', async () => {
  const { call } = await sandbox()
  const detail = async (path: string) => {
    const { status, body } = await call('GET', `${TIMELINES}/${path}`)
    expect(status).toBe(404)
    return body.detail
  }
  const known = 'those of issuer.customers, issuer.addresses, first-vision.customers'
  expect(await detail('issuer.contracts/1')).toBe(`no timelines of 'issuer.contracts'; there are ${known}`)
  expect(await detail('issuer.contracts/1.svg')).toBe(`no timelines of 'issuer.contracts'; there are ${known}`)
  expect(await detail('issuer.customers/CUS1')).toBe("no record 'CUS1' in issuer.customers")
  expect(await detail('first-vision.customers/1.svg')).toBe("no record '1' in first-vision.customers")
  const toy = await toySandbox()
  expect((await toy.call('GET', `${TIMELINES}/toy.books/B1`)).body.detail).toBe(
    "no timelines of 'toy.books'; there are none",
  )
})

test('a picture for a page leaves its looks to it, and tells it where instants are', async () => {
  const { call } = await sandbox()
  const picture = async (query: string) =>
    (await call('GET', `${TIMELINES}/issuer.customers/${CLARA}.svg${query}`)).text
  expect(await picture('')).toContain('<style>')
  const bare = await picture('?looks=page')
  expect(bare).not.toMatch(/<style|\sstyle=/)
  expect(bare).toMatch(/ data-marks="[^"]+" data-now="\d+"/)
  expect((await picture('')).replace(/<style>.*?<\/style>/s, '')).toBe(bare.replace(/ data-[^>]+/, ''))
})
