import { expect, test } from 'vitest'
import { customers, EXTERNAL_LENA, home, ida, LENA } from './customers.ts'
import { CUSTOMER } from './henri.ts'

/** Lena after a marriage in May and a job in June. */
async function changed() {
  const made = await customers()
  made.at('2026-05-04T10:00:00Z')
  await made.call('PATCH', LENA, { lastName: 'Sommer', maidenName: 'Vogt' })
  made.at('2026-06-01T08:00:00Z')
  await made.call('PUT', EXTERNAL_LENA, { firstName: 'Lena', lastName: 'Sommer', profession: 'Pilot' })
  const history = async (period: Record<string, string> = {}, path = LENA) => {
    const { status, body } = await made.call('GET', `${path}/customer-history?${new URLSearchParams(period)}`)
    return status === 200 ? body.data.map((state: State) => [state.effectiveDate, state.lastName]) : status
  }
  return { ...made, history }
}
type State = { effectiveDate: string; lastName: string }

const BORN = ['2024-03-15T08:00:00.000+00:00', 'Vogt']
const MARRIED = ['2026-05-04T10:00:00.000+00:00', 'Sommer']
const HIRED = ['2026-06-01T08:00:00.000+00:00', 'Sommer']

test('each state of a customer is listed whole, with its beginning, oldest first', async () => {
  const { read, history } = await changed()
  const [first, second, third] = await read(`${EXTERNAL_LENA}/customer-history`)
  const lena = {
    issuerId: '1234',
    customerIdentifier: {
      customerReference: 'CUS10000400001',
      issuerCustomerExternalReference: 'PERSON-2024031500002B',
    },
    commercialStatus: 'Normal',
    firstName: 'Lena',
    offlineRiskCategory: 'Standard',
    onlineRiskCategory: 'Standard',
  }
  const born = { birthDate: '1988-04-02T00:00:00.000+00:00', sex: 'female' }
  expect(first).toStrictEqual({ ...lena, ...born, effectiveDate: BORN[0], lastName: 'Vogt' })
  expect(second).toStrictEqual({
    ...lena,
    ...born,
    effectiveDate: MARRIED[0],
    lastName: 'Sommer',
    maidenName: 'Vogt',
  })
  expect(third).toStrictEqual({ ...lena, effectiveDate: HIRED[0], lastName: 'Sommer', profession: 'Pilot' })
  expect(await history()).toEqual(await history({}, EXTERNAL_LENA))
})

test.each<[string, string, string[][]]>([
  ['2026-05-04T10:00:00Z', '', [MARRIED, HIRED]],
  ['2026-05-04T10:00:01Z', '', [MARRIED, HIRED]],
  ['2026-05-04T10:00:00.001Z', '', [MARRIED, HIRED]],
  ['2026-05-04T09:59:59.999Z', '2026-05-04T10:00:00.000Z', [BORN, MARRIED]],
  ['2026-05-10T00:00:00Z', '2026-05-11T00:00:00Z', [MARRIED]],
  ['2026-05-04t10:00:00.000z', '2026-05-04t10:00:00z', [MARRIED]],
  ['2024-03-15T07:59:59Z', '2024-03-15T07:59:59.999Z', []],
  ['2024-03-15T07:59:59Z', '2024-03-15T08:00:00Z', [BORN]],
  ['', '2026-05-04T10:00:00Z', [BORN, MARRIED]],
  ['', '2026-05-04T09:59:59Z', [BORN]],
  ['2026-05-04T12:00:00+0200', '2026-05-04T12:00:00+02:00', [MARRIED]],
  ['2026-06-02T00:00:00Z', '', [HIRED]],
  ['9999-12-31T00:00:00Z', '9999-12-31T23:59:59Z', [HIRED]],
  ['', '', [BORN, MARRIED, HIRED]],
])('from %o to %o', async (periodStartDateTime, periodEndDateTime, states) => {
  const { history } = await changed()
  expect(await history({ periodStartDateTime, periodEndDateTime })).toEqual(states)
})

test.each([
  '2026-05-04',
  '2026-05-04T10:00:00',
  '2026-05-04T10:00Z',
  '2026-05-04T10:00:00.Z',
  '2026-02-30T10:00:00Z',
  'yesterday',
])('%o is no end of a period', async (text) => {
  const { history } = await changed()
  expect(await history({ periodStartDateTime: text })).toBe(400)
  expect(await history({ periodEndDateTime: text })).toBe(400)
})

test('a period that ends before it starts is refused', async () => {
  const { refusal } = await customers()
  const query = 'periodStartDateTime=2026-05-04T10:00:00Z&periodEndDateTime=2026-05-04T09:59:59Z'
  expect(await refusal('GET', `${LENA}/customer-history?${query}`)).toMatchObject({
    status: 400,
    rule: 'period-reversed',
  })
})

test('updates at the same instant are states of their own; one that changes nothing is none', async () => {
  const { call, at, read } = await customers()
  for (const profession of ['Pilot', 'Baker', 'Judge']) await call('PATCH', CUSTOMER, { profession })
  at('2026-07-01T00:00:00Z')
  await call('PATCH', CUSTOMER, { profession: 'Judge', contacts: [{ name: 'Roth' }] })
  const history = await read(`${CUSTOMER}/customer-history`)
  expect(history.map(({ profession }: { profession?: string }) => profession)).toEqual([
    undefined,
    'Pilot',
    'Baker',
    'Judge',
  ])
  expect((await read(CUSTOMER)).lastUpdateDate).toBe('2026-07-01T00:00:00.000+00:00')
})

test('of several states at one instant a period from then on has all, a later one the last', async () => {
  const { call, at, read } = await customers()
  for (const profession of ['Pilot', 'Baker']) await call('PATCH', LENA, { profession })
  at('2026-07-01T00:00:00Z')
  const professions = async (from: string) => {
    const history = await read(`${LENA}/customer-history?periodStartDateTime=${from}`)
    return history.map(({ profession }: { profession?: string }) => profession)
  }
  expect(await professions('2026-03-02T09:00:00Z')).toEqual(['Pilot', 'Baker'])
  expect(await professions('2026-03-02T09:00:00.001Z')).toEqual(['Baker'])
  expect(await professions('2026-03-02T08:59:59.999Z')).toEqual([undefined, 'Pilot', 'Baker'])
})

test('a state of the year 9999 is in the history, whether the period has an end or not', async () => {
  const { call, at, read } = await customers()
  at('9999-06-01T00:00:00Z')
  await call('PATCH', LENA, { profession: 'Pilot' })
  for (const query of ['', '?periodStartDateTime=2026-01-01T00:00:00Z', '?periodEndDateTime=9999-12-31T00:00:00Z'])
    expect(await read(`${LENA}/customer-history${query}`), query).toHaveLength(2)
})

test('a customer begins with the creation, whatever its addresses do later', async () => {
  const { createCustomer, at, read } = await customers()
  const path = await createCustomer(ida())
  at('2026-07-01T00:00:00Z')
  const history = await read(`${path}/customer-history`)
  expect(history).toMatchObject([{ lastName: 'Sommer', effectiveDate: '2026-03-02T09:00:00.000+00:00' }])
})

test('a customer of a scenario begins with the first version of the main address', async () => {
  const { create, read } = await customers()
  await create(home, `${LENA}/addresses`)
  expect(await read(`${LENA}/customer-history`)).toMatchObject([{ effectiveDate: BORN[0] }])
})

test('one customer’s history is not another’s', async () => {
  const { call, read } = await customers()
  await call('PATCH', LENA, { profession: 'Pilot' })
  expect(await read(`${CUSTOMER}/customer-history`)).toMatchObject([{ lastName: 'MARCADAS' }])
})
