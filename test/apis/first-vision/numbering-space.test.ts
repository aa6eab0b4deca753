import { expect, test } from 'vitest'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import {
  ADD,
  account,
  card,
  codes,
  customer,
  EMBOSS,
  GENERATE,
  generation,
  hostCodes,
  OPEN,
  RELATE,
  relationship,
} from './requests.ts'
import { world } from './world.ts'

const ELENA = '0009980011000000010'
const TOMAS = '0008000011000000001'

/** Numbers on file, here and at the partner. */
const LOCAL = {
  customer: '0009980011000000001',
  account: '0009985012000000001',
  relationship: '0009980010000000001',
  card: '0004000000000000010',
}
const ABROAD = {
  customer: '0009970011000000001',
  account: '0009975012000000001',
  relationship: '0009970010000000001',
  card: '0004111110000000013',
}

function start() {
  const { call, workspace, digest } = world()
  const add = (customerNumber: string, key: object = {}) =>
    call('POST', ADD, customer({ organizationNumber: 998, customerNumber, ...key }))
  return {
    ...{ call, digest, workspace, add },
    open: (accountNumber: string, members: object = {}) =>
      call('POST', OPEN, account({ customerNumber: ELENA, accountNumber, ...members })),
    relate: (relationshipNumber: string, members: object = {}) =>
      call('POST', RELATE, relationship({ relationshipNumber, ...members })),
    generate: async (list: string, members: object) =>
      Object.values((await call('POST', GENERATE, generation(members))).body.data[list][0])[1] as string,
  }
}

test.each([
  ['customer', 'NA24S', 'AA14S', 'AR37S'],
  ['account', 'NA26S', 'AA14S', 'AR38S'],
  ['relationship', 'NA26S', 'AA14S', 'AR36S'],
  ['card', 'NA26S', 'AA14S', 'AR38S'],
] as const)('the number of a %s is nobody else’s', async (kind, customers, accounts, relationships) => {
  const { add, open, relate, digest } = start()
  const before = await digest()
  const number = LOCAL[kind]
  for (const dualFlag of ['0', '1']) expect(hostCodes(await add(number, { dualFlag }))).toEqual([customers])
  expect(hostCodes(await open(number))).toEqual([accounts])
  expect(hostCodes(await relate(number))).toEqual([relationships])
  expect(await digest()).toBe(before)
})

test.each([
  ['customer', 'NA25S', 'AA14S', 'AR41S'],
  ['account', 'NA27S', 'AA14S', 'AR42S'],
  ['relationship', 'NA27S', 'AA14S', 'AR40S'],
  ['card', 'NA27S', 'AA14S', 'AR42S'],
] as const)('nor is that of a %s of the partner, dual or not', async (kind, customers, accounts, relationships) => {
  const { add, open, relate, digest } = start()
  const before = await digest()
  const number = ABROAD[kind]
  for (const dualFlag of ['0', '1']) expect(hostCodes(await add(number, { dualFlag }))).toEqual([customers])
  expect(hostCodes(await open(number))).toEqual([accounts])
  expect(hostCodes(await relate(number))).toEqual([relationships])
  expect(await digest()).toBe(before)
})

test('an organization shares its numbers with the one that keeps its customers, and with that one’s partner', async () => {
  const { add, open, relate, workspace } = start()
  const opened = await workspace()
  const branch = organizations(opened).get('800')
  if (!branch) throw new Error('no organization 800')
  opened.transaction(() => organizations(opened).patch(branch, { customerOrganizationNumber: 998 }))
  const at800 = { organizationNumber: 800 }
  expect(hostCodes(await add(LOCAL.customer, at800))).toEqual(['NA24S'])
  expect(hostCodes(await add(LOCAL.relationship, at800))).toEqual(['NA26S'])
  expect(hostCodes(await add(LOCAL.account, at800))).toEqual(['NA26S'])
  expect(hostCodes(await add(ABROAD.relationship, at800))).toEqual(['NA27S'])
  expect(hostCodes(await open(LOCAL.relationship, { organization: 800 }))).toEqual(['AA14S'])
  expect(hostCodes(await relate(LOCAL.relationship, at800))).toEqual(['AR36S'])
  expect(hostCodes(await relate(ABROAD.customer, at800))).toEqual(['AR41S'])
  // And the other way round: 998 keeps the customers of 800, whose account this is.
  expect(hostCodes(await add('0008005012000000001'))).toEqual(['NA26S'])
  expect(hostCodes(await relate('0008005012000000001'))).toEqual(['AR38S'])
})

test('organizations that share nothing may have the same numbers', async () => {
  const { add, open } = start()
  const at800 = { organizationNumber: 800 }
  expect((await add(LOCAL.relationship, at800)).status).toBe(200)
  expect((await open(LOCAL.account, { organization: 800, customerNumber: TOMAS })).status).toBe(200)
})

test('a reserved number is for the organization that reserved it, and for what it was reserved for', async () => {
  const { add, open, relate, generate, call } = start()
  const reserved = await generate('customerData', { customerNumbersRequested: 1 })
  expect(hostCodes(await open(reserved))).toEqual(['AA14S'])
  expect(hostCodes(await relate(reserved))).toEqual(['AR37S'])
  expect(hostCodes(await add(reserved, { organizationNumber: 997 }))).toEqual(['NA25S'])
  expect((await add(reserved, { dualFlag: '1' })).status).toBe(200)
  const accountNumber = await generate('accountData', { accountNumbersRequested: 1 })
  expect(hostCodes(await add(accountNumber))).toEqual(['NA26S'])
  expect((await open(accountNumber)).status).toBe(200)
  const billing = await generate('billAccountData', { billAccountNumbersRequested: 1 })
  expect(hostCodes(await relate(billing))).toEqual(['AR38S'])
  expect((await open(billing)).status).toBe(200)
  const cardNumber = await generate('embosserData', { embosserNumbersRequested: 1 })
  const emboss = (organizationNumber: number, postToAccount: string) =>
    call('POST', EMBOSS, card(postToAccount, { organizationNumber, cardNumber }))
  expect(codes(await emboss(997, ABROAD.account))).toEqual(['SANDBOX-422'])
  expect((await emboss(998, LOCAL.account)).status).toBe(200)
})

test('a number that is reserved on both sides may be used on either', async () => {
  const { add, generate } = start()
  const [first, second] = [
    await generate('customerData', { customerNumbersRequested: 1, dualIndicator: '1' }),
    await generate('customerData', { customerNumbersRequested: 1, dualIndicator: '1' }),
  ]
  expect((await add(first, { organizationNumber: 997 })).status).toBe(200)
  expect((await add(second)).status).toBe(200)
})

test('what is drawn is free at the partner too, dual or not', async () => {
  const { call, add } = start()
  const next = '0009980011000000011'
  const taken = { organization: 997, logo: 501, customerNumber: ABROAD.customer, accountNumber: next }
  expect((await call('POST', OPEN, account(taken))).status).toBe(200)
  expect((await add('')).body.data.customerNumber).toBe('0009980011000000012')
})
