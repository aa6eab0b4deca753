import { expect, test } from 'vitest'
import { versions } from '../../../src/apis/issuer/addresses/records.ts'
import { ADDRESSES, henri, MAIN, main, second } from './henri.ts'

async function invalid(call: Awaited<ReturnType<typeof henri>>['call'], path = MAIN) {
  const { body } = await call('GET', `${path}/address-versions`)
  return body.data.map(({ invalid }: { invalid?: boolean }) => invalid)
}

test('an address is marked without a new version; again changes nothing', async () => {
  const { call, workspace } = await henri()
  const { body } = await call('POST', `${MAIN}/invalidate`)
  expect(body.data).toStrictEqual({
    addressIdentifier: {
      addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761',
      issuerAddressExternalReference: 'ADDRESS-202301260053',
    },
    invalid: true,
  })
  expect(await invalid(call)).toEqual([true])
  const digest = workspace.digest()
  expect((await call('POST', `${MAIN}/invalidate`)).body.data.invalid).toBe(true)
  expect(workspace.digest()).toBe(digest)
})

test('it is the permanent version that is marked, behind a temporary one', async () => {
  const { call, create, at } = await henri()
  await create(main('Sylt', { temporary: true, endDate: '2026-04-01T00:00:00Z' }))
  await create(main('Potsdam', { startDate: '2026-06-01T00:00:00Z' }))
  await call('POST', `${MAIN}/invalidate`)
  expect(await invalid(call)).toEqual([true, undefined, undefined])
  expect((await call('GET', MAIN)).body.data).not.toHaveProperty('invalid')
  at('2026-05-01T00:00:00Z')
  expect((await call('GET', MAIN)).body.data).toMatchObject({ invalid: true, postalAddress: { townName: 'BERLIN' } })
  at('2026-06-01T00:00:00Z')
  expect((await call('GET', MAIN)).body.data).not.toHaveProperty('invalid')
})

test('any new permanent version is valid', async () => {
  const { call, create, at } = await henri()
  await call('POST', `${MAIN}/invalidate`)
  at('2026-03-03T00:00:00Z')
  await create(main('Potsdam'))
  expect(await invalid(call)).toEqual([true, undefined])
})

test('an inactive address is not marked, nor one that is marked already', async () => {
  const { call, create, refusal } = await henri()
  const path = `${ADDRESSES}/${await create(second('Kiel'))}`
  await call('POST', `${path}/invalidate`)
  await call('POST', `${path}/deactivate`)
  const refused = { status: 400, rule: 'invalidation-of-inactive', changed: false }
  expect(await refusal('POST', `${path}/invalidate`)).toEqual(refused)
  await call('POST', `${path}/activate`)
  expect((await call('POST', `${path}/invalidate`)).status).toBe(200)
})

test('an address with temporary versions alone cannot be marked', async () => {
  const { create, refusal, workspace } = await henri()
  const path = `${ADDRESSES}/${await create(second('Kiel', { temporary: true, endDate: '2026-04-01' }))}`
  const refused = { status: 400, rule: 'invalidation-without-permanent', changed: false }
  expect(await refusal('POST', `${path}/invalidate`)).toEqual(refused)
  await create(second('Ulm', { startDate: '2026-05-01' }))
  expect(await refusal('POST', `${path}/invalidate`)).toEqual(refused)
  expect([...versions(workspace).all()].filter((version) => version.invalid)).toHaveLength(1)
})
