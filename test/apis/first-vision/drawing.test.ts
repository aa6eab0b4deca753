import { expect, test } from 'vitest'
import { type Customer, customers } from '../../../src/apis/first-vision/records/customers.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { reservations } from '../../../src/apis/first-vision/records/reservations.ts'
import { passesLuhn } from '../../../src/kernel/masking/luhn.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { sandbox } from '../../harness.ts'
import { ADD, account, customer, GENERATE, generation, hostCodes, OPEN, RELATE, relationship } from './requests.ts'
import { world } from './world.ts'

const ELENA = '0009980011000000010'
/** Where the customer numbers of organization 998 begin to be drawn. */
const LAST_USED = 10

const numbered = (prefix: string, running: number) => prefix + String(running).padStart(9, '0')

/** Takes the first numbers of a range, as chosen numbers do. */
function take(workspace: Workspace, prefix: string, most: number): void {
  const [any] = customers(workspace).by('number', ELENA) as [Customer]
  workspace.transaction(() => {
    for (let running = 1; running <= most; running++) {
      const customerNumber = numbered(prefix, running)
      customers(workspace).put({ ...any, id: `998-${customerNumber}`, customerNumber })
    }
  })
}

const KINDS = [
  ['customer', '0009980011', 'customerNumbersRequested', 'customerData'],
  ['relationship', '0009980010', 'relationshipNumbersRequested', 'relationshipData'],
  ['account', '0009985012', 'accountNumbersRequested', 'accountData'],
  ['billing account', '0009985013', 'billAccountNumbersRequested', 'billAccountData'],
  ['control account', '0009985014', 'controlAccountNumbersRequested', 'controlAccountData'],
] as const

test.each(KINDS)('a %s number is drawn past any number of those that are taken', async (_kind, prefix, asked, list) => {
  const { call, workspace } = world()
  take(await workspace(), prefix, 2500)
  const drawn = await call('POST', GENERATE, generation({ [asked]: 2 }))
  expect(drawn.body.data[list].map((one: object) => Object.values(one)[1])).toEqual([
    numbered(prefix, 2501),
    numbered(prefix, 2502),
  ])
})

test('so are those of the adds themselves', async () => {
  const { call, workspace } = world()
  for (const prefix of ['0009980011', '0009980010', '0009985012']) take(await workspace(), prefix, 1200)
  const added = await call('POST', ADD, customer({ organizationNumber: 998 }))
  expect(added.body.data.customerNumber).toBe(numbered('0009980011', 1201))
  const related = await call('POST', RELATE, relationship())
  expect(related.body.data.relationshipNumber).toBe(numbered('0009980010', 1201))
  const opened = await call('POST', OPEN, account({ customerNumber: ELENA }))
  expect(opened.body.data.accountNumber).toBe(numbered('0009985012', 1201))
})

test('what was passed over once is not looked at again', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  take(opened, '0009980011', 20_000)
  const draw = async () => (await call('POST', ADD, customer({ organizationNumber: 998 }))).body.data.customerNumber
  expect(await draw()).toBe(numbered('0009980011', 20_001))
  expect(opened.counters.last('first-vision.customer.998')).toBe(20_001 - LAST_USED)
  expect(await draw()).toBe(numbered('0009980011', 20_002))
  expect(opened.counters.last('first-vision.customer.998')).toBe(20_002 - LAST_USED)
})

test('the last number of a range is handed out, and after it none', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const organization = organizations(opened).get('998')
  if (!organization) throw new Error('no organization 998')
  const customerNumberRange = { ...organization.customerNumberRange, ending: numbered('0009980011', 1503) }
  opened.transaction(() => organizations(opened).patch(organization, { customerNumberRange }))
  take(opened, '0009980011', 1500)
  const ask = (customerNumbersRequested: number) => call('POST', GENERATE, generation({ customerNumbersRequested }))
  expect(hostCodes(await ask(4))).toEqual(['NG09S'])
  expect((await ask(3)).body.data.customerData[2].customerNumber).toBe(numbered('0009980011', 1503))
  expect(hostCodes(await ask(1))).toEqual(['NG09S'])
  expect(hostCodes(await call('POST', ADD, customer({ organizationNumber: 998 })))).toEqual(['NA11S'])
})

test('steps of a range and check digits are kept to on the way', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const organization = organizations(opened).get('998')
  if (!organization) throw new Error('no organization 998')
  const customerNumberRange = { ...organization.customerNumberRange, incrementBy: 7 }
  opened.transaction(() =>
    organizations(opened).patch(organization, { customerNumberRange, customerNumberModCheck: 'Y' }),
  )
  take(opened, '0009980011', 9000)
  const { data } = (await call('POST', GENERATE, generation({ customerNumbersRequested: 3 }))).body
  const drawn = data.customerData.map(({ customerNumber }: { customerNumber: string }) => customerNumber)
  expect(drawn.every(passesLuhn)).toBe(true)
  for (const number of drawn) expect((Number(number.slice(10)) - LAST_USED) % 7).toBe(0)
  expect(Number(drawn[0].slice(10))).toBeGreaterThan(9000)
})

test('card numbers are handed out to the last one of their prefix', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const organization = organizations(opened).get('998')
  if (!organization) throw new Error('no organization 998')
  const logos = organization.logos.map((logo) => ({ ...logo, cardNumberPrefix: '510510000077' }))
  opened.transaction(() => organizations(opened).patch(organization, { logos }))
  const drawn = new Set<string>()
  const ask = () => call('POST', GENERATE, generation({ logo: 602, embosserNumbersRequested: 10 }))
  for (let batch = 0; batch < 100; batch++)
    for (const { cardNumber } of (await ask()).body.data.embosserData) drawn.add(cardNumber)
  expect(drawn.size).toBe(1000)
  expect(hostCodes(await ask())).toEqual(['NG30S'])
})

test('the same draws past the same numbers yield the same again', async () => {
  const draw = async () => {
    const { call, workspace } = world()
    const opened = await workspace()
    take(opened, '0009980011', 1100)
    const all = { customerNumbersRequested: 3, embosserNumbersRequested: 3, accountNumbersRequested: 3 }
    const { body } = await call('POST', GENERATE, generation(all))
    return [body.data, reservations(opened).size]
  }
  expect(await draw()).toEqual(await draw())
})

test('an add on both sides draws a number that the partner’s check digit fits as well', async () => {
  const { call } = await sandbox({ scenario: 'misconfigured-organizations' })
  const key = { organizationNumber: 905, dualFlag: '1' }
  for (let round = 0; round < 3; round++) {
    const added = await call('POST', ADD, customer(key))
    expect(added.body.data).toMatchObject({ organizationNumber: 905, foreignCustomerOrganization: 906 })
    expect(passesLuhn(added.body.data.customerNumber)).toBe(true)
  }
})
