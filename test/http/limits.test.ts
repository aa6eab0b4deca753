import { expect, test } from 'vitest'
import { others, sandbox, sandboxAndInsides } from '../harness.ts'

const CUSTOMERS = '/api/v2/issuers/1234/customers'
const ADDRESSES = `${CUSTOMERS}/CUS10000375016/addresses`
const MAIN = `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`
const LONG = 'Bürgermeister-Doktor-Reichenbacher-Promenade'

const address = (postalAddress: object, label = 'MAIN_POSTAL_ADDRESS') => ({
  ...{ addressLabel: label, addressType: 'POSTAL_MAIL' },
  postalAddress: { townName: 'Leipzig', country: 'DE', ...postalAddress },
})

/** A sandbox on `quickstart` whose default workspace has these limits. */
async function limited(limits: Record<string, string | string[]>) {
  const { call, ...others } = await sandbox()
  expect((await call('POST', '/_sandbox/scenarios/quickstart/load', { limits })).status).toBe(200)
  return { call, ...others }
}

const subscription = (createAddressRequest: object) => ({
  createAddressRequest,
  createAddOnSubscriptionRequest: { addonReference: 'X', serviceTypeReference: 'Y' },
  contractReference: 'Z',
})

test.each([
  ['a create', 'POST', ADDRESSES, address({ line1: LONG }, 'SECOND_POSTAL_ADDRESS')],
  ['a re-create', 'POST', ADDRESSES, address({ streetName: LONG })],
  ['an update', 'PUT', MAIN, address({ townName: LONG })],
  ['a new customer', 'POST', CUSTOMERS, { firstName: 'A', lastName: 'B', addresses: [address({ line5: LONG })] }],
  [
    'a contact',
    'POST',
    `${CUSTOMERS}/CUS10000375016/contacts`,
    { name: 'A', postalAddress: { line2: LONG, country: 'DE' } },
  ],
  [
    'an address with a subscription',
    'POST',
    `${CUSTOMERS}/CUS10000375016/addresses-and-subscriptions`,
    subscription(address({ line1: LONG })),
  ],
])('a line that is too long is refused in %s', async (_what, method, path, body) => {
  const { call } = await limited({ issuer: 'line-35' })
  const refused = await call(method, path, body)
  expect(refused.status, refused.text).toBe(400)
  expect(refused.headers.get('x-sandbox-rule')).toBe('value-too-long')
  expect(refused.headers.get('x-sandbox-finding')).toMatch(/44 characters of 35 .* send 35 at most/)
  expect(refused.body.responseMetadata.statusMessage).toMatch(/under line-35/)
})

test('without profiles nothing is refused or cut', async () => {
  const { call } = await sandbox()
  const created = await call('PUT', MAIN, address({ streetName: LONG }))
  expect(created.status).toBe(200)
  expect((await call('GET', MAIN)).body.data.postalAddress.streetName).toBe(LONG)
})

test('what is cut is kept cut, reads back so and is a finding; what is accepted is a finding alone', async () => {
  const { call } = await limited({ issuer: ['line-35:cut', 'ascii:accept'] })
  const updated = await call('PUT', MAIN, address({ streetName: LONG }))
  expect(updated.status).toBe(200)
  expect(updated.headers.get('x-sandbox-finding')).toMatch(/kept cut.*\(postalAddress\.streetName\)/)
  const { findings } = (await call('GET', '/_sandbox/requests/1')).body
  const kinds = others(findings).map(({ kind }: { kind: string }) => kind)
  expect(kinds.slice(0, 2)).toEqual(['cut-value', 'beyond-limit'])
  expect((await call('GET', MAIN)).body.data.postalAddress.streetName).toBe('Bürgermeister-Doktor-Reichenbacher-')
})

test('several profiles hold at once, and all that is refused is told', async () => {
  const { call } = await limited({ issuer: ['line-35', 'latin-1'] })
  const refused = await call('PUT', MAIN, address({ line1: LONG, line2: 'Łódź' }))
  expect(refused.headers.get('x-sandbox-rule')).toBe('value-too-long, character-not-stored')
})

test('lines that the issuer composes are held against the limits as well', async () => {
  const { call } = await sandbox()
  await call('POST', '/_sandbox/scenarios/quickstart/load', { limits: { issuer: 'line-35:cut' } })
  const name = { firstName: 'Maximiliane-Theodora', lastName: 'von Hohenstein-Falkenberg' }
  const classes = { onlineRiskCategory: 'Standard', offlineRiskCategory: 'Standard', commercialStatus: 'Normal' }
  const issuers = (await call('GET', '/_sandbox/records/issuer.issuers')).body.records
  const composing = issuers.find(({ lines }: { lines: string }) => lines === 'compose')
  expect(composing).toBeDefined()
  const created = await call('POST', `/api/v2/issuers/${composing.issuerId}/customers`, {
    ...{ ...name, ...classes },
    addresses: [address({ streetName: 'Gasse' })],
  })
  expect(created.status, created.text).toBe(200)
  const { customerReference } = created.body.data.customerIdentifier
  const read = await call('GET', `/api/v2/issuers/${composing.issuerId}/customers/${customerReference}/addresses`)
  expect(read.body.data[0].postalAddress.line1).toBe('Maximiliane-Theodora von Hohenstein')
})

test('First Vision cuts an embossed name as a card printer takes it', async () => {
  const { call } = await limited({ 'first-vision': 'embossing-21' })
  const body = {
    organizationNumber: 998,
    postToAccount: '0009985012000000001',
    embossedName1: 'Núñez Ibáñez de la Peña',
  }
  const added = await call('POST', '/cards/embosser/l8vf', body)
  expect(added.status, added.text).toBe(200)
  const { records } = (await call('GET', '/_sandbox/records/first-vision.cards?limit=1000')).body
  const kept = records.find(({ cardNumber }: { cardNumber: string }) => cardNumber === added.body.data.cardNumber)
  expect(kept.embossedName1).toBe('NUNEZ IBANEZ DE LA PE')
})

test.each([
  [{ issuer: 'line-99' }, /no profile 'line-99' of issuer; there are line-35, /],
  [{ issuer: ['line-35:drop'] }, /no profile 'line-35:drop'/],
  [{ issuers: 'line-35' }, /no limits of an API 'issuers'; there are those of first-vision, issuer/],
])('a choice of limits that there are not is refused, with those there are', async (limits, said) => {
  const { call } = await sandbox()
  for (const [method, path] of [
    ['POST', '/_sandbox/scenarios/quickstart/load'],
    ['PUT', '/_sandbox/workspaces/ci-1'],
  ] as const) {
    const refused = await call(method, path, { limits })
    expect(refused.status).toBe(400)
    expect(refused.text).toMatch(said)
  }
})

test('a reset keeps the limits, and the list says which bite', async () => {
  const { call } = await limited({ issuer: 'line-35:cut' })
  await call('POST', '/_sandbox/reset')
  const { body } = await call('GET', '/_sandbox/limits')
  expect(body.limits).toEqual({ issuer: ['line-35:cut'] })
  expect(body.profiles).toContainEqual(expect.objectContaining({ api: 'issuer', name: 'latin-1', way: 'refuse' }))
})

test('every operation that writes a member with a limit is held against it', async () => {
  const { faces } = await sandboxAndInsides()
  const { membersOf } = await import('../../src/http/requests/members.ts')
  const { slices } = await (await import('../../src/app.ts')).contributions()
  for (const { limits } of slices) {
    const limitedNames = new Set(limits?.profiles.flatMap((one) => one.limits.flatMap(({ members = [] }) => members)))
    const names = (members: ReturnType<typeof membersOf>): string[] =>
      [...(members ?? [])].flatMap(([name, inner]) => [name, ...names(inner)])
    const writing = faces
      .find(({ name }) => name === limits?.api)
      ?.operations.filter(({ body }) => body && names(membersOf(body)).some((name) => limitedNames.has(name)))
    expect(writing?.length).toBeGreaterThan(3)
    for (const { id, limits: held } of writing ?? []) expect(held, id).toBe(limits)
  }
})
