import { expect, test } from 'vitest'
import { others, othersFound } from '../../harness.ts'
import { ADDRESSES, henri, MAIN, main, second } from './henri.ts'

const NORA = '/api/v2/issuers/5678/customers/CUS10000500001/addresses'

test('an external reference may be added to an address that has none, and stays where none is sent', async () => {
  const { call, create } = await henri()
  const reference = await create(second('Kiel'))
  expect(await create(second('Ulm', { issuerAddressExternalReference: 'EXT-1' }))).toBe(reference)
  const again = await call('POST', ADDRESSES, second('Bonn', { issuerAddressExternalReference: 'EXT-1' }))
  const without = await call('POST', ADDRESSES, second('Bonn'))
  const addressIdentifier = { addressReference: reference, issuerAddressExternalReference: 'EXT-1' }
  expect([again.body.data, without.body.data]).toEqual([{ addressIdentifier }, { addressIdentifier }])
})

test('a create on a label in use with another external reference gives the address that one, with a finding', async () => {
  const { call, create, findings, refusal } = await henri()
  const own = 'ADDRESS-202301260053'
  const [path, former] = ['EXT-1', own].map((external) => `${ADDRESSES}/external-addresses/${external}`)
  const reference = await create(main('Potsdam', { issuerAddressExternalReference: 'EXT-1' }))
  expect(MAIN).toContain(reference)
  expect(findings()).toEqual([['replaced-reference', 'issuerAddressExternalReference']])
  expect((await call('GET', `${path}`)).body.data.addressIdentifier).toEqual({
    addressReference: reference,
    issuerAddressExternalReference: 'EXT-1',
  })
  expect((await call('GET', `${former}`)).status).toBe(404)
  // The former one is free for another address, and then it is that one's.
  await create(second('Ulm', { issuerAddressExternalReference: own }))
  expect(await refusal('POST', ADDRESSES, main('Bonn', { issuerAddressExternalReference: own }))).toEqual({
    status: 400,
    rule: 'external-reference-taken',
    changed: false,
  })
})

test('an external reference is taken within its issuer only, by inactive addresses too', async () => {
  const { call, create } = await henri()
  const taken = await call(
    'POST',
    ADDRESSES,
    second('Bonn', { issuerAddressExternalReference: 'ADDRESS-202403150012' }),
  )
  expect(taken.headers.get('x-sandbox-rule')).toBe('external-reference-taken')
  await create(
    { ...second('Chur', { issuerAddressExternalReference: 'ADDRESS-202403150012' }), postalAddress: { country: 'CH' } },
    NORA,
  )
})

test('what is empty or null counts as left out', async () => {
  const { call, create } = await henri()
  const reference = await create({
    ...second('Kiel', { issuerAddressExternalReference: '', startDate: null, endDate: '', temporary: '' }),
    postalAddress: { townName: 'Kiel', country: 'DE', line1: '', streetName: null },
    phone: null,
    addressUsages: null,
  })
  const { body } = await call('GET', `${ADDRESSES}/${reference}`)
  expect(body.data.postalAddress).toStrictEqual({ townName: 'Kiel', country: 'DE' })
  expect(body.data.addressIdentifier).toStrictEqual({ addressReference: reference })
})

test.each([
  [{ addressLabel: undefined }, 'body.addressLabel'],
  [{ addressLabel: '' }, 'body.addressLabel'],
  [{ addressType: 'PIGEON' }, 'body.addressType'],
  [{ postalAddress: {} }, 'body.postalAddress.country'],
  [{ postalAddress: 'Kiel' }, 'body.postalAddress'],
  [{ addressUsages: { addressUsageName: 'DISPUTE' } }, 'body.addressUsages'],
  [{ addressUsages: [{ addressUsageName: 'DISPUTE' }] }, 'body.addressUsages.0.serviceCode'],
  [{ temporary: 'true' }, 'body.temporary'],
  [{ startDate: 1772442000 }, 'body.startDate'],
  [{ startDate: 'tomorrow' }, 'body.startDate'],
  [{ startDate: '2026-02-30' }, 'body.startDate'],
  [{ startDate: '2026-W10' }, 'body.startDate'],
  [{ temporary: true, endDate: '01.04.2026' }, 'body.endDate'],
])('%j does not fit the schema', async (wrong, path) => {
  const { call, workspace } = await henri()
  const digest = workspace.digest()
  const { status, body } = await call('POST', ADDRESSES, { ...second('Kiel'), ...wrong })
  expect(status).toBe(400)
  expect(body.responseMetadata.statusMessage).toContain(`Bad request: ${path}: `)
  expect(workspace.digest()).toBe(digest)
})

test('a refusal takes back what the request had done before it', async () => {
  const { call, workspace, create } = await henri()
  await create(second('Kiel'))
  const digest = workspace.digest()
  const request = second('Ulm', { issuerAddressExternalReference: 'ADDRESS-202301260053' })
  expect((await call('POST', ADDRESSES, request)).status).toBe(400)
  expect(workspace.digest()).toBe(digest)
})

test('the lines are composed where the issuer does so and the caller leaves all of them out', async () => {
  const { call, create } = await henri()
  const sent = { buildingNumber: '4', streetName: 'Seeweg', boxNumber: '17', postCode: '9000', townName: 'Chur' }
  const postalAddress = { ...sent, country: 'CH' }
  const read = async (reference: string) => (await call('GET', `${NORA}/${reference}`)).body.data.postalAddress
  expect(await read(await create({ ...second('Chur'), postalAddress }, NORA))).toStrictEqual({
    line1: 'Nora Keller',
    line2: '4 Seeweg',
    line3: '17',
    line4: '9000 Chur',
    line5: 'CH',
    ...postalAddress,
  })
  const ownLines = { line2: 'c/o Huber', country: 'CH' }
  expect(await read(await create({ ...second('Chur'), postalAddress: ownLines }, NORA))).toStrictEqual(ownLines)
  const bare = { country: 'CH' }
  expect(await read(await create({ ...second('Chur'), postalAddress: bare }, NORA))).toStrictEqual({
    line1: 'Nora Keller',
    line5: 'CH',
    country: 'CH',
  })
})

test('issuer 1234 takes the lines as they are sent', async () => {
  const { call, create } = await henri()
  await create(main('Bonn'))
  expect((await call('GET', MAIN)).body.data.postalAddress).toStrictEqual({ townName: 'Bonn', country: 'DE' })
})

test.each([
  ['an unknown member', { startdate: '2026-03-02' }, 'unknown-member', 'startdate'],
  ['data of another kind', { phone: { localPhoneNumber: '1' } }, 'ignored-data', 'phone'],
  [
    'a deprecated member',
    { postalAddress: { country: 'DE', typeCode: 'H' } },
    'deprecated-member',
    'postalAddress.typeCode',
  ],
  [
    'a long line',
    { postalAddress: { country: 'DE', line1: 'x'.repeat(101) } },
    'likely-too-long',
    'postalAddress.line1',
  ],
  ['a country by name', { postalAddress: { country: 'Germany' } }, 'unknown-country', 'postalAddress.country'],
  ['an ignored start date', { startDate: '2026-04-01' }, 'ignored-start-date', 'startDate'],
])('%s is accepted, with a finding', async (_, odd, kind, path) => {
  const { call, workspace } = await henri()
  const { status, headers } = await call('POST', ADDRESSES, { ...second('Kiel'), ...odd })
  expect(status).toBe(200)
  expect(othersFound(headers)).toBe('1')
  expect(others(workspace.findings)).toMatchObject([{ kind, path }])
})

test.each(['constructor', 'toString', '__proto__', 'second_postal_address', ' SECOND_POSTAL_ADDRESS'])(
  'there is no label %j',
  async (addressLabel) => {
    const { refusal } = await henri()
    const refused = await refusal('POST', ADDRESSES, { ...second('Kiel'), addressLabel })
    expect(refused).toEqual({ status: 400, rule: 'label-unknown', changed: false })
  },
)

test.each([
  ['o’neill+x@sub.exämple.org', true],
  ['a@b.c', true],
  ['a@b', false],
  ['@b.c', false],
  ['a@.c', false],
  ['a@b..c', false],
  ['a@b.c.', false],
  ['a@b@c.d', false],
  ['a b@c.d', false],
])('%s has the form of a mail address: %s', async (email, valid) => {
  const { call } = await henri()
  const request = { addressLabel: 'PERSONAL_EMAIL', addressType: 'E_MAIL', emailAddress: { email } }
  const { status, headers } = await call('POST', ADDRESSES, request)
  expect([status, headers.get('x-sandbox-rule')]).toEqual(valid ? [200, null] : [400, 'email-malformed'])
})

test('a compulsory member that is misspelt is missing, and the finding says what it is like', async () => {
  const { call, workspace } = await henri()
  const { addressLabel, ...request } = second('Kiel')
  const { status, headers } = await call('POST', ADDRESSES, { ...request, adressLabel: addressLabel })
  expect([status, othersFound(headers)]).toEqual([400, '1'])
  expect(others(workspace.findings)).toMatchObject([{ kind: 'unknown-member', suggestion: 'addressLabel' }])
})
