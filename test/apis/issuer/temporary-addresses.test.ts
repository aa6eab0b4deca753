import { expect, test } from 'vitest'
import { ADDRESSES, henri, MAIN, main, second } from './henri.ts'

const temporary = (startDate: string, endDate: string) => ({ temporary: true, startDate, endDate })

test('a temporary address takes over at its start and gives way at its end, to the millisecond', async () => {
  const { call, create, at, town } = await henri()
  const period = temporary('2026-04-01T10:00:00.000Z', '2026-04-15T10:00:00.000Z')
  expect(MAIN).toContain(await create(main('Sylt', period)))
  at('2026-04-01T09:59:59.999Z')
  expect(await town(MAIN)).toBe('BERLIN')
  at('2026-04-01T10:00:00.000Z')
  const { body } = await call('GET', MAIN)
  expect(body.data).toMatchObject({
    postalAddress: { townName: 'Sylt' },
    temporary: true,
    startDate: '2026-04-01T10:00:00.000+00:00',
    endDate: '2026-04-15T10:00:00.000+00:00',
  })
  at('2026-04-15T09:59:59.999Z')
  expect(await town(MAIN)).toBe('Sylt')
  at('2026-04-15T10:00:00.000Z')
  const after = await call('GET', MAIN)
  expect(after.body.data.postalAddress.townName).toBe('BERLIN')
  expect(after.body.data).not.toHaveProperty('temporary')
  expect(after.body.data).not.toHaveProperty('endDate')
})

test('the list shows the version in force only, the history all of them, permanent before temporary', async () => {
  const { call, create } = await henri()
  await create(main('Sylt', { temporary: true, endDate: '2026-04-15' }))
  const list = await call('GET', ADDRESSES)
  expect(list.body.data).toMatchObject([{ postalAddress: { townName: 'Sylt' } }])
  expect(list.body.data[0]).not.toHaveProperty('addressVersionIdentifier')
  const history = await call('GET', `${ADDRESSES}?showHistory=true`)
  expect(history.body.data).toMatchObject([
    {
      postalAddress: { townName: 'BERLIN' },
      addressVersionIdentifier: { addressVersionReference: expect.stringMatching(/^ADDVER_\d{16}$/) },
    },
    {
      postalAddress: { townName: 'Sylt' },
      addressVersionIdentifier: { addressVersionReference: 'ADDVER_1000000000440549' },
    },
  ])
})

test('one that overlaps an older one replaces it; one that only touches leaves it', async () => {
  const { create, history } = await henri()
  await create(second('home'))
  await create(second('April', temporary('2026-04-01T00:00:00Z', '2026-05-01T00:00:00Z')))
  await create(second('May', temporary('2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z')))
  await create(second('March', temporary('2026-03-15T00:00:00Z', '2026-04-01T00:00:00Z')))
  expect((await history()).map(([town]: [string]) => town)).toEqual(['home', 'March', 'April', 'May'])
  await create(second('Easter', temporary('2026-03-31T23:59:59.999Z', '2026-04-01T00:00:00.001Z')))
  expect(await history()).toEqual([
    ['home', '2026-03-02T09:00:00.000+00:00', undefined],
    ['Easter', '2026-03-31T23:59:59.999+00:00', '2026-04-01T00:00:00.001+00:00'],
    ['May', '2026-05-01T00:00:00.000+00:00', '2026-06-01T00:00:00.000+00:00'],
  ])
})

test('one in force is replaced as well, by one that starts in its period', async () => {
  const { create, at, town, history } = await henri()
  const path = `${ADDRESSES}/${await create(second('home'))}`
  await create(second('hotel', { temporary: true, endDate: '2026-04-01' }))
  at('2026-03-10T00:00:00Z')
  expect(await town(path)).toBe('hotel')
  await create(second('flat', temporary('2026-03-20', '2026-05-01')))
  expect(await town(path)).toBe('home')
  expect((await history()).map(([name]: [string]) => name)).toEqual(['home', 'flat'])
})

test('overlap is judged within a label', async () => {
  const { call, create } = await henri()
  await create(main('Sylt', { temporary: true, endDate: '2026-05-01' }))
  await create(second('home'))
  await create(second('Ulm', { temporary: true, endDate: '2026-05-01' }))
  const { body } = await call('GET', ADDRESSES)
  expect(body.data).toMatchObject([{ postalAddress: { townName: 'Sylt' } }, { postalAddress: { townName: 'Ulm' } }])
})

test('a first address may be temporary; when it has ended there is none in force', async () => {
  const { call, create, at, town, history } = await henri()
  const path = `${ADDRESSES}/${await create(second('Ulm', { temporary: true, endDate: '2026-04-01' }))}`
  expect(await town(path)).toBe('Ulm')
  at('2026-03-31T22:00:00.000Z')
  const gone = await call('GET', path)
  expect([gone.status, gone.headers.get('x-sandbox-rule')]).toEqual([404, 'address-not-current'])
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(1)
  expect(await history()).toHaveLength(1)
})

test.each([
  ['end-date-too-early', temporary('2026-04-01T00:00:00Z', '2026-04-01T00:00:00Z')],
  ['end-date-too-early', temporary('2026-04-02', '2026-04-01')],
  ['end-date-too-early', { temporary: true, endDate: '2026-03-02T09:00:00.000Z' }],
  ['end-date-missing', { temporary: true }],
  ['end-date-unexpected', { endDate: '2026-04-01' }],
  ['end-date-unexpected', { temporary: false, endDate: '2026-04-01' }],
])('%s: %j', async (rule, period) => {
  const { call } = await henri()
  const { status, headers } = await call('POST', ADDRESSES, main('Sylt', period))
  expect([status, headers.get('x-sandbox-rule')]).toEqual([400, rule])
})
