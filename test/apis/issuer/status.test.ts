import { expect, test } from 'vitest'
import { ADDRESSES, henri, MAIN, main, second } from './henri.ts'

const pin = { addressUsageName: 'PIN_MAILER_DELIVERY', serviceCode: 'CARD_SERVICE' }

test('the main postal address is not deactivated, with or without a usage', async () => {
  const { call, refusal } = await henri()
  const refused = { status: 400, rule: 'main-address-stays', changed: false }
  expect(await refusal('POST', `${MAIN}/deactivate`)).toEqual(refused)
  await call('POST', `${MAIN}/address-usages`, pin)
  expect(await refusal('POST', `${MAIN}/deactivate`)).toEqual(refused)
})

test('an address is not deactivated while a usage is linked, of any entity', async () => {
  const { call, create, refusal } = await henri()
  const path = `${ADDRESSES}/${await create(second('Kiel', { addressUsages: [{ ...pin, entityReference: 'A' }] }))}`
  expect(await refusal('POST', `${path}/deactivate`)).toEqual({ status: 400, rule: 'usage-linked', changed: false })
  // A usage that moves away frees it.
  await call('POST', ADDRESSES, main('Bonn', { addressUsages: [{ ...pin, entityReference: 'A' }] }))
  expect((await call('POST', `${path}/deactivate`)).status).toBe(200)
})

test('the status date is that of the last change, and none before the first', async () => {
  const { call, create, at, workspace } = await henri()
  const path = `${ADDRESSES}/${await create(second('Kiel'))}`
  const status = async () => {
    const { data } = (await call('GET', path)).body
    return [data.status, data.statusDate]
  }
  expect(await status()).toEqual(['ACTIVE', undefined])
  expect((await call('POST', `${path}/activate`)).body.data).toMatchObject({ status: 'ACTIVE' })
  expect(await status()).toEqual(['ACTIVE', undefined])
  at('2026-03-03T00:00:00Z')
  const inactive = await call('POST', `${path}/deactivate`)
  expect(inactive.body.data).toStrictEqual({
    addressIdentifier: { addressReference: path.split('/').at(-1) },
    status: 'INACTIVE',
  })
  const digest = workspace.digest()
  at('2026-03-04T00:00:00Z')
  expect((await call('POST', `${path}/deactivate`)).body.data.status).toBe('INACTIVE')
  expect(await status()).toEqual(['INACTIVE', '2026-03-03T00:00:00.000+00:00'])
  at('2026-03-03T00:00:00Z')
  expect(workspace.digest()).toBe(digest)
  at('2026-03-05T00:00:00Z')
  const active = await call('POST', `${path}/activate`)
  expect(active.body.data).toStrictEqual({
    addressIdentifier: { addressReference: path.split('/').at(-1) },
    status: 'ACTIVE',
  })
  at('2026-03-06T00:00:00Z')
  await call('POST', `${path}/activate`)
  expect(await status()).toEqual(['ACTIVE', '2026-03-05T00:00:00.000+00:00'])
})

test('periods run on while an address is inactive, temporary ones as well', async () => {
  const { call, create, at, town } = await henri()
  const path = `${ADDRESSES}/${await create(second('home'))}`
  await create(second('hotel', { temporary: true, startDate: '2026-04-01T00:00:00Z', endDate: '2026-05-01T00:00:00Z' }))
  await create(second('flat', { startDate: '2026-06-01T00:00:00Z' }))
  await call('POST', `${path}/deactivate`)
  const seen = async (time: string) => {
    at(time)
    return town(path)
  }
  expect(await seen('2026-04-02T00:00:00Z')).toBe('hotel')
  const { body } = await call('GET', `${path}/address-versions`)
  expect(body.data.map(({ status }: { status: string }) => status)).toEqual(['INACTIVE', 'INACTIVE', 'INACTIVE'])
  await call('POST', `${path}/activate`)
  const list = await call('GET', ADDRESSES)
  expect(list.body.data[1]).toMatchObject({ postalAddress: { townName: 'hotel' }, temporary: true, status: 'ACTIVE' })
  await call('POST', `${path}/deactivate`)
  expect(await seen('2026-06-01T00:00:00Z')).toBe('flat')
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(1)
})

test('an address is activated again once the other of its label is inactive', async () => {
  const { call, create, refusal } = await henri()
  const old = `${ADDRESSES}/${await create(second('Kiel'))}`
  await call('POST', `${old}/deactivate`)
  const other = `${ADDRESSES}/${await create(second('Ulm'))}`
  expect(other).not.toBe(old)
  expect(await refusal('POST', `${old}/activate`)).toEqual({ status: 400, rule: 'label-in-use', changed: false })
  await call('POST', `${other}/deactivate`)
  expect((await call('POST', `${old}/activate`)).status).toBe(200)
  expect(await refusal('POST', `${other}/activate`)).toMatchObject({ rule: 'label-in-use' })
})
