import { expect, test } from 'vitest'
import { addresses } from '../../../src/apis/issuer/addresses/records.ts'
import { others, othersFound } from '../../harness.ts'
import { CUSTOMERS } from './customers.ts'
import { ADDRESSES, CUSTOMER, henri, MAIN, second } from './henri.ts'

const LENA = '/api/v2/issuers/1234/customers/CUS10000400001/addresses'
const MEHMET = '/api/v2/issuers/1234/customers/CUS10000400004/addresses'

test('usages are shown where they are asked for only', async () => {
  const { call } = await henri()
  const path = `${LENA}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430012`
  expect((await call('GET', path)).body.data).not.toHaveProperty('addressUsages')
  const embedded = await call('GET', `${path}?embed=addressUsages&embed=addressUsages`)
  expect(embedded.body.data.addressUsages).toEqual([{ addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }])
})

test.each([
  'embed=contacts',
  'embed=addressUsages&embed=x',
  'embed=none',
  'showHistory=Y',
  'showHistory=true&showHistory=true',
])('the query %s is refused', async (query) => {
  const { call } = await henri()
  const { status, body } = await call('GET', `${ADDRESSES}?${query}`)
  expect(status).toBe(400)
  expect(body.responseMetadata.statusMessage).toMatch(/^Bad request: query\.(embed|showHistory)/)
})

test.each(['showHistory=false', 'showHistory='])('%s is the default list', async (query) => {
  const { call } = await henri()
  const headers = { 'WL-Correlation-ID': 'same' }
  expect((await call('GET', `${ADDRESSES}?${query}`, undefined, headers)).text).toBe(
    (await call('GET', ADDRESSES, undefined, headers)).text,
  )
})

test('a filter selects members of data by dotted names, in lists of each item', async () => {
  const { call } = await henri()
  const query = 'filter=addressLabel&filter=postalAddress.townName&filter=addressUsages.serviceCode&embed=addressUsages'
  const { body, headers } = await call('GET', `${LENA}?${query}`)
  expect(body.data).toStrictEqual([
    { addressLabel: 'MAIN_POSTAL_ADDRESS', postalAddress: { townName: 'Berlin' }, addressUsages: [] },
    {
      addressLabel: 'SECOND_POSTAL_ADDRESS',
      postalAddress: { townName: 'Berlin' },
      addressUsages: [{ serviceCode: 'CARD_SERVICE' }],
    },
    { addressLabel: 'PRIVATE_MOBILE_PHONE', addressUsages: [] },
    { addressLabel: 'PERSONAL_EMAIL', addressUsages: [{ serviceCode: 'ACCOUNT_SERVICE' }] },
  ])
  expect(othersFound(headers)).toBeNull()
  expect(body.responseMetadata.statusCode).toBe(200)
})

test('a filter works on writes, and a member that is wanted whole stays whole', async () => {
  const { call } = await henri()
  const created = await call(
    'POST',
    `${ADDRESSES}?filter=addressIdentifier.addressReference`,
    second('Kiel', { issuerAddressExternalReference: 'E' }),
  )
  expect(created.body.data).toStrictEqual({
    addressIdentifier: { addressReference: 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549' },
  })
  for (const query of [
    'filter=postalAddress&filter=postalAddress.country',
    'filter=postalAddress.country&filter=postalAddress',
  ])
    expect((await call('GET', `${MAIN}?${query}`)).body.data).toStrictEqual({
      postalAddress: {
        line1: 'HENRI MARCADAS',
        line2: 'line2',
        line4: 'BERLIN',
        line5: 'DE',
        townName: 'BERLIN',
        country: 'DE',
      },
    })
})

test('a filter that names no member selects nothing, with a finding; an empty one is none', async () => {
  const { call } = await henri()
  const unknown = await call('GET', `${MAIN}?filter=town`)
  expect(unknown.body.data).toStrictEqual({})
  expect(othersFound(unknown.headers)).toBe('1')
  for (const name of ['addressLabel.x', 'addressIdentifier.town', 'addressIdentifier.', 'addressLabel,addressType']) {
    const { headers, body } = await call('GET', `${MAIN}?filter=status&filter=${name}`)
    expect([othersFound(headers), body.data]).toEqual(['1', { status: 'ACTIVE' }])
  }
  expect((await call('GET', `${MAIN}?filter=`)).body.data.addressLabel).toBe('MAIN_POSTAL_ADDRESS')
})

test('a parameter that is not known is ignored, whatever its name', async () => {
  const { call } = await henri()
  const { status, body } = await call('GET', `${MAIN}?__proto__=1&__proto__=2&showHistory=Y&embed[]=x`)
  expect([status, body.data.addressLabel]).toEqual([200, 'MAIN_POSTAL_ADDRESS'])
})

test('an inactive address is out of the list, in the history, and can be read', async () => {
  const { call } = await henri()
  const labels = (body: { data: { addressLabel: string }[] }) => body.data.map(({ addressLabel }) => addressLabel)
  expect(labels((await call('GET', MEHMET)).body)).toEqual(['MAIN_POSTAL_ADDRESS'])
  const history = await call('GET', `${MEHMET}?showHistory=true`)
  expect(labels(history.body)).toEqual(['MAIN_POSTAL_ADDRESS', 'SECOND_POSTAL_ADDRESS'])
  const read = await call('GET', `${MEHMET}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430042`)
  expect([read.status, read.body.data.status]).toEqual([200, 'INACTIVE'])
})

test('the main postal address is listed first, the others in order of creation', async () => {
  const { call, create, workspace } = await henri()
  const table = addresses(workspace)
  const written = table.get('ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761')
  const email = { addressLabel: 'PERSONAL_EMAIL', addressType: 'E_MAIL', emailAddress: { email: 'h@example.com' } }
  await create(email)
  await create(second('Kiel'))
  if (written) table.remove(written.id)
  if (written) table.put(written)
  const { body } = await call('GET', ADDRESSES)
  expect(body.data.map(({ addressLabel }: { addressLabel: string }) => addressLabel)).toEqual([
    'MAIN_POSTAL_ADDRESS',
    'PERSONAL_EMAIL',
    'SECOND_POSTAL_ADDRESS',
  ])
})

test.each([
  [MAIN, 'embed='],
  [ADDRESSES, 'embed=&filter='],
  [ADDRESSES, 'embed=&embed=&serviceCode=&addressUsageName=&entityReference=&showHistory='],
  [CUSTOMER, 'embed='],
  [`${CUSTOMER}/customer-history`, 'periodStartDateTime=&periodEndDateTime=&filter='],
  [CUSTOMERS, 'page=&offset=&birthDate=&employee=&phoneticAlgorithm=&phoneticSearch=&lastName=&filter='],
])('%s?%s is as without: an empty parameter is an absent one', async (path, query) => {
  const { call, workspace } = await henri()
  const { data } = (await call('GET', path)).body
  const { status, body } = await call('GET', `${path}?${query}`)
  expect([status, body.data, others(workspace.findings)]).toEqual([200, data, []])
})

test('among several values of a parameter the empty ones do not count', async () => {
  const { call } = await henri()
  const { body } = await call('GET', `${MAIN}?embed=&embed=addressUsages&filter=&filter=addressUsages`)
  expect(body.data).toEqual({ addressUsages: [] })
})
