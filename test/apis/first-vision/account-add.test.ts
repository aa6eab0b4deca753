import { expect, test } from 'vitest'
import { othersFound } from '../../harness.ts'
import { account, codes, GENERATE, generation, hostCodes, OPEN, RELATE, relationship } from './requests.ts'
import { world } from './world.ts'

const ELENA = '0009980011000000010'
const JOAO = '0009980011000000007'

const keptAt = async ({ call }: Pick<ReturnType<typeof world>, 'call'>, organization: number, number: string) =>
  (await call('GET', `/_sandbox/records/first-vision.accounts/${organization}-${number}`)).body

test('an account gets the next number of its logo and starts out new', async () => {
  const { call } = world()
  const sent = { customerNumber: ELENA, shortName: 'QUIROGA ELENA', creditLimit: 2500, billingCycle: 12 }
  const { status, body } = await call('POST', OPEN, account(sent))
  expect(status).toBe(200)
  expect(body.data).toEqual({ organization: 998, foreignOrganization: '', accountNumber: expect.any(String) })
  expect(body.data.accountNumber).toMatch(/^0009985012\d{9}$/)
  expect(await keptAt({ call }, 998, body.data.accountNumber)).toMatchObject({
    ...{ ...sent, logo: 501, accountInternalStatus: 'N', dateOpened: '2026-03-02', dualBillingFlag: '0', balance: 0 },
    relationshipNumber: '0000000000000000000',
  })
})

test('the members that the service knows and the sandbox does not are taken without a remark', async () => {
  const { call } = world()
  const rest = { owningBranch: 999_999_998, qualification: 'A', constructor: 'x', userData: { userApplication1: '12' } }
  const answer = await call('POST', OPEN, account({ customerNumber: ELENA, ...rest }))
  expect([answer.status, othersFound(answer.headers)]).toEqual([200, null])
  const misplaced = await call('POST', OPEN, { ...account({ customerNumber: ELENA }), logo: 501 })
  expect(othersFound(misplaced.headers)).toBe('1')
})

test('a dual account is two records under one number, for a customer on both sides', async () => {
  const { call } = world()
  const { data } = (await call('POST', OPEN, account({ customerNumber: JOAO, dualBillingFlag: 1 }))).body
  expect(data).toMatchObject({ organization: 998, foreignOrganization: '997' })
  for (const organizationNumber of [998, 997])
    expect(await keptAt({ call }, organizationNumber, data.accountNumber)).toMatchObject({
      ...{ organizationNumber, logo: 501, customerNumber: JOAO, dualBillingFlag: '1' },
    })
  expect(hostCodes(await call('POST', OPEN, account({ customerNumber: ELENA, dualBillingFlag: 1 })))).toEqual(['AA5DE'])
  const single = { organization: 800, customerNumber: '0008000011000000001', accountNumber: '0008005012000000077' }
  expect(hostCodes(await call('POST', OPEN, account({ ...single, dualBillingFlag: 1 })))).toEqual(['AA11S'])
})

test('a reserved number tells where the account belongs, and is taken once', async () => {
  const { call } = world()
  const { data } = (await call('POST', GENERATE, generation({ logo: 601, accountNumbersRequested: 1 }))).body
  const [{ accountNumber }] = data.accountData
  const open = () => call('POST', OPEN, account({ organization: 0, logo: '', customerNumber: ELENA, accountNumber }))
  expect((await open()).body.data).toEqual({ organization: 998, foreignOrganization: '', accountNumber })
  expect(await keptAt({ call }, 998, accountNumber)).toMatchObject({ logo: 601 })
  expect(hostCodes(await open())).toEqual(['AA14S'])
})

test('a chosen number in a logo’s range tells where it belongs, another only what is said', async () => {
  const { call } = world()
  const open = (accountNumber: string, place: object) =>
    call('POST', OPEN, account({ organization: '', logo: 0, customerNumber: ELENA, accountNumber, ...place }))
  expect((await open('0009986022000000777', {})).status).toBe(200)
  expect(await keptAt({ call }, 998, '0009986022000000777')).toMatchObject({ logo: 602 })
  expect(hostCodes(await open('0000000000000055555', {}))).toEqual(['AA06S'])
  expect(hostCodes(await open('0000000000000055555', { organization: 998 }))).toEqual(['AA12S'])
  expect((await open('0000000000000055555', { organization: 998, logo: 603 })).status).toBe(200)
})

test('its number is no account’s, customer’s or relationship’s', async () => {
  const { call, digest } = world()
  const before = await digest()
  for (const accountNumber of ['0009985012000000001', '0009980011000000001', '0009980010000000001'])
    expect(hostCodes(await call('POST', OPEN, account({ customerNumber: ELENA, accountNumber })))).toEqual(['AA14S'])
  const foreign = { customerNumber: JOAO, accountNumber: '0009975012000000001' }
  for (const dualBillingFlag of [1, 0])
    expect(hostCodes(await call('POST', OPEN, account({ ...foreign, dualBillingFlag })))).toEqual(['AA14S'])
  expect(await digest()).toBe(before)
})

test('field edits are told together, before anything is looked up', async () => {
  const { call } = world()
  const wrong = { customerNumber: '', creditLimit: 1.5, billingCycle: 32, primaryAccount: 'X', dualBillingFlag: 2 }
  const rest = { billingLevel: 2, cardNumberingScheme: 4, organization: 123 }
  expect(hostCodes(await call('POST', OPEN, account({ ...wrong, ...rest })))).toEqual([
    ...['AA17E', 'AA18E', 'AA19E', 'AA22E', 'AA23E', 'AA29E', 'AA31E'],
  ])
  expect(hostCodes(await call('POST', OPEN, {}))).toEqual(['AA19E'])
  expect(hostCodes(await call('POST', OPEN, account({ organization: 0, logo: 0, customerNumber: ELENA })))).toEqual([
    'AA03S',
  ])
  expect(codes(await call('POST', OPEN, account({ customerNumber: ELENA, accountNumber: '12' })))).toEqual([
    'SANDBOX-400',
  ])
})

test('under a relationship an account takes its default limit and its day', async () => {
  const { call } = world()
  const relate = async (members: object) =>
    (await call('POST', RELATE, relationship({ creditLimitInMonetaryUnits: 700, ...members }))).body.data
      .relationshipNumber
  const open = async (relationshipNumber: string, members: object) => {
    const sent = { customerNumber: ELENA, relationshipNumber, creditLimit: '', ...members }
    const { body, headers } = await call('POST', OPEN, account(sent))
    return { kept: await keptAt({ call }, 998, body.data.accountNumber), findings: othersFound(headers) }
  }
  const oneDay = await relate({ billingCycle: 9 })
  expect(await open(oneDay, { billingCycle: 20, primaryAccount: 'P' })).toMatchObject({
    kept: { relationshipNumber: oneDay, creditLimit: 700, billingCycle: 9, primaryAccount: 'P' },
    findings: '1',
  })
  const ownDays = await relate({ billingCycleMode: 0 })
  expect(await open(ownDays, { billingCycle: 20, creditLimit: 100 })).toMatchObject({
    kept: { relationshipNumber: ownDays, creditLimit: 100, billingCycle: 20 },
    findings: null,
  })
})
