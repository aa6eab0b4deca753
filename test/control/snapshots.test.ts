import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
const postalAddress = { streetName: 'Elm Street', postCode: '10115', townName: 'BERLIN', country: 'DE' }

const create = (addressLabel = 'SECOND_POSTAL_ADDRESS') =>
  ['POST', `${CUSTOMER}/addresses`, { addressLabel, addressType: 'POSTAL_MAIL', postalAddress }] as const

test('a state comes back from its snapshot, to the digest, and the numbering goes on', async () => {
  const { call } = await sandbox()
  expect((await call(...create())).status).toBe(200)
  const taken = await call('PUT', '/_sandbox/snapshots/one-address')
  expect(taken.body).toMatchObject({ name: 'one-address', at: '2026-03-02T09:00:00.000Z', scenario: 'quickstart' })
  expect(taken.body.digest).toBe((await call('GET', '/_sandbox/digest')).body.digest)
  await call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  await call(...create('HEAD_OFFICE'))
  const restored = await call('POST', '/_sandbox/snapshots/one-address/restore')
  expect(restored.body).toMatchObject({ clock: { now: '2026-03-02T09:00:00.000Z' }, digest: taken.body.digest })
  const { requests } = (await call('GET', '/_sandbox/requests')).body
  expect(requests.map(({ id, operation }: { id: number; operation: string }) => [id, operation])).toEqual([
    ...[
      [5, 'restoreSnapshot'],
      [4, 'createAddress'],
      [3, 'advanceClock'],
      [2, 'takeSnapshot'],
      [1, 'createAddress'],
    ],
  ])
})

test('a snapshot outlives a reset and a load, and brings its scenario with it', async () => {
  const { call } = await sandbox()
  await call(...create())
  const { digest } = (await call('PUT', '/_sandbox/snapshots/kept')).body
  await call('POST', '/_sandbox/reset')
  await call('POST', '/_sandbox/scenarios/empty/load')
  expect((await call('POST', '/_sandbox/snapshots/kept/restore')).body).toMatchObject({
    scenario: 'quickstart',
    digest,
  })
  const reset = await call('POST', '/_sandbox/reset')
  expect(reset.body.scenario).toBe('quickstart')
})

test('a snapshot tells what has changed since, record by record, without tokens', async () => {
  const { call } = await sandbox()
  await call('PUT', '/_sandbox/snapshots/start')
  await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  await call(...create())
  const { changes } = (await call('GET', '/_sandbox/snapshots/start')).body
  expect(changes).toEqual((await call('GET', '/_sandbox/changes')).body)
  expect(changes.created.map(({ type }: { type: string }) => type)).toContain('issuer.addresses')
  await call('POST', '/_sandbox/snapshots/start/restore')
  expect((await call('GET', '/_sandbox/snapshots/start')).body.changes).toEqual({
    created: [],
    updated: [],
    deleted: [],
  })
})

test('a snapshot that is not there is named, with those that are', async () => {
  const { call } = await sandbox()
  expect((await call('GET', '/_sandbox/snapshots/none')).body.detail).toBe("no snapshot 'none'; there are none")
  await call('PUT', '/_sandbox/snapshots/one')
  expect((await call('GET', '/_sandbox/snapshots')).body.snapshots).toHaveLength(1)
  const missed = await call('POST', '/_sandbox/snapshots/none/restore')
  expect([missed.status, missed.body.detail]).toEqual([404, "no snapshot 'none'; there are one"])
  expect((await call('DELETE', '/_sandbox/snapshots/one')).body).toEqual({ deleted: 'one' })
  expect((await call('DELETE', '/_sandbox/snapshots/one')).status).toBe(404)
  expect((await call('PUT', '/_sandbox/snapshots/No%20Name')).status).toBe(400)
})

test('a workspace travels as one document: export, import, and the digests and snapshots are equal', async () => {
  const [one, other] = [await sandbox(), await sandbox({ scenario: 'empty' })]
  await one.call(...create())
  await one.call('PUT', '/_sandbox/snapshots/first')
  await one.call('POST', '/_sandbox/clock/advance', { by: 'P1D' })
  await one.call(...create('HEAD_OFFICE'))
  const { digest } = (await one.call('GET', '/_sandbox/digest')).body
  const exported = await one.call('GET', '/_sandbox/state')
  const imported = await other.call('PUT', '/w/ci-1/_sandbox/state', exported.text)
  expect(imported.body).toMatchObject({ workspace: 'ci-1', scenario: 'quickstart', digest })
  const again = await other.call('GET', '/w/ci-1/_sandbox/state')
  expect(again.body.tables).toEqual(exported.body.tables)
  const restored = await other.call('POST', '/w/ci-1/_sandbox/snapshots/first/restore')
  expect(restored.body.digest).toBe((await one.call('POST', '/_sandbox/snapshots/first/restore')).body.digest)
  const next = (await other.call('GET', '/w/ci-1/_sandbox/requests')).body.requests[0].id
  expect(next).toBe(2)
})

test.each([
  [{ format: 1 }, /product/],
  [{ format: 99 }, /newer/],
  [{ product: 'another' }, /format/],
])('a document that is no state is refused and changes nothing: %j', async (document, reason) => {
  const { call } = await sandbox()
  const { digest } = (await call('GET', '/_sandbox/digest')).body
  const { status, text } = await call('PUT', '/_sandbox/state', document)
  expect([status, text]).toEqual([400, expect.stringMatching(reason)])
  expect((await call('GET', '/_sandbox/digest')).body.digest).toBe(digest)
})

test('a real-looking card in a state that comes from outside is masked among the records, and nothing else is', async () => {
  const { call } = await sandbox()
  const token = await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  await call(...create())
  const { text } = await call('GET', '/_sandbox/state')
  const given = token.body.access_token
  const lookalike = `a4539578763621486${given.slice(17)}`
  const doctored = text.replaceAll('Elm Street', 'Card 4539578763621486').replaceAll(given, lookalike)
  expect((await call('PUT', '/_sandbox/state', doctored)).status).toBe(200)
  const after = (await call('GET', '/_sandbox/state')).text
  expect(after).toContain('Card 453957******1486')
  expect(after).toContain(lookalike)
})
