import { expect, test } from 'vitest'
import { usages as usageRows } from '../../../src/apis/issuer/addresses/records.ts'
import { ADDRESSES, henri, main, second } from './henri.ts'

const card = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }
const pin = { addressUsageName: 'PIN_MAILER_DELIVERY', serviceCode: 'CARD_SERVICE' }

/** The usages of each address of Henri's, by label. */
async function usages(call: Awaited<ReturnType<typeof henri>>['call']) {
  const { body } = await call('GET', `${ADDRESSES}?embed=addressUsages`)
  return Object.fromEntries(
    body.data.map(({ addressLabel, addressUsages }: Record<string, unknown>) => [addressLabel, addressUsages]),
  )
}

test('a usage moves to the address that is given it', async () => {
  const { call, create } = await henri()
  await create(second('Kiel', { addressUsages: [card, pin] }))
  expect(await usages(call)).toEqual({ MAIN_POSTAL_ADDRESS: [], SECOND_POSTAL_ADDRESS: [card, pin] })
  await create(main('Bonn', { addressUsages: [card] }))
  expect(await usages(call)).toEqual({ MAIN_POSTAL_ADDRESS: [card], SECOND_POSTAL_ADDRESS: [pin] })
})

test('a usage moves at once, even to an address that is still to come', async () => {
  const { call, create } = await henri()
  await create(second('Kiel', { addressUsages: [card] }))
  await create(main('Bonn', { addressUsages: [card], startDate: '2027-01-01' }))
  expect(await usages(call)).toEqual({ MAIN_POSTAL_ADDRESS: [card], SECOND_POSTAL_ADDRESS: [] })
})

test('entities keep usages apart, no entity being a value of its own', async () => {
  const { call, create } = await henri()
  const [one, two] = [
    { ...card, entityReference: 'A' },
    { ...card, entityReference: 'B' },
  ]
  await create(second('Kiel', { addressUsages: [one, two, card] }))
  await create(main('Bonn', { addressUsages: [two] }))
  expect(await usages(call)).toEqual({ MAIN_POSTAL_ADDRESS: [two], SECOND_POSTAL_ADDRESS: [one, card] })
})

test('adding a usage again does nothing', async () => {
  const { call, create, workspace } = await henri()
  await create(second('Kiel', { addressUsages: [card, pin] }))
  const before = [...usageRows(workspace).all()]
  await create(second('Kiel', { addressUsages: [card, card] }))
  expect(await usages(call)).toEqual({ MAIN_POSTAL_ADDRESS: [], SECOND_POSTAL_ADDRESS: [card, pin] })
  expect([...usageRows(workspace).all()]).toEqual(before)
})

test('a usage of one customer is not moved by another', async () => {
  const { call, create } = await henri()
  await create(second('Kiel', { addressUsages: [card] }))
  const LENA = '/api/v2/issuers/1234/customers/CUS10000400001/addresses'
  const { body } = await call('GET', `${LENA}?serviceCode=CARD_SERVICE&addressUsageName=CARD_DELIVERY`)
  expect(body.data).toMatchObject([{ addressLabel: 'SECOND_POSTAL_ADDRESS' }])
})

test('usages survive new versions and temporary ones', async () => {
  const { call, create, at } = await henri()
  await create(second('Kiel', { addressUsages: [card] }))
  await create(second('Lübeck', { startDate: '2026-05-01' }))
  await create(second('Sylt', { temporary: true, endDate: '2026-04-01' }))
  for (const time of ['2026-03-03', '2026-04-10', '2026-06-01']) {
    at(`${time}T00:00:00Z`)
    expect(await usages(call)).toMatchObject({ SECOND_POSTAL_ADDRESS: [card] })
  }
})

test('the list is narrowed to a usage, of any entity or of one', async () => {
  const { call, create } = await henri()
  await create(second('Kiel', { addressUsages: [{ ...card, entityReference: 'A' }] }))
  await create(main('Bonn', { addressUsages: [pin] }))
  const labels = async (query: string) => {
    const { body } = await call('GET', `${ADDRESSES}?${query}`)
    return body.data.map(({ addressLabel }: { addressLabel: string }) => addressLabel)
  }
  const cards = 'serviceCode=CARD_SERVICE&addressUsageName=CARD_DELIVERY'
  expect(await labels(cards)).toEqual(['SECOND_POSTAL_ADDRESS'])
  expect(await labels(`${cards}&entityReference=A`)).toEqual(['SECOND_POSTAL_ADDRESS'])
  expect(await labels(`${cards}&entityReference=B`)).toEqual([])
  expect(await labels('serviceCode=CARD_SERVICE&addressUsageName=PIN_MAILER_DELIVERY')).toEqual(['MAIN_POSTAL_ADDRESS'])
  for (const half of ['serviceCode=CARD_SERVICE', 'addressUsageName=CARD_DELIVERY', 'entityReference=A']) {
    const { status, headers } = await call('GET', `${ADDRESSES}?${half}`)
    expect([status, headers.get('x-sandbox-rule')]).toEqual([400, 'usage-filter-incomplete'])
  }
})
