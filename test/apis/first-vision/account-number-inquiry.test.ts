import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { organizations } from '../../../src/apis/first-vision/records/organizations.ts'
import { sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes } from './requests.ts'
import { world } from './world.ts'

const MARIA = '0009980011000000001'
const ELENA = '0009980011000000010'
const JOAO = '0009980011000000007'
const NOBODY = '0000000000000099999'
const NONE = '0'.repeat(19)

test('the accounts of a customer are listed whole, products and statuses with them', async () => {
  const { body } = await inquiries(world().call).accounts(MARIA)
  const row = { organizationNumber: 998, associationType: 0, organizationName: 'Banco del Sur' }
  expect(body).toEqual({
    hasError: false,
    errors: [],
    data: {
      nextToken: { accountOrganizationNext: 0, accountNumberNext: NONE, accountTypeNext: 0 },
      prevToken: { accountOrganizationPrev: 998, accountNumberPrev: '0009985012000000001', accountTypePrev: 0 },
      more: 'N',
      numberOfOccurrences: 2,
      acctTable: [
        {
          ...row,
          accountNumber: '0009985012000000001',
          logo: 501,
          logoDescription: 'Credit',
          accountInternalStatus: 'A',
        },
        {
          ...row,
          accountNumber: '0009986012000000001',
          logo: 601,
          logoDescription: 'Debit',
          accountInternalStatus: 'A',
        },
      ],
    },
  })
  expect(deviations('Account Number Inquiry', body.data)).toEqual([])
})

type Rows = { accountNumber: string }[]
const numbers = (rows: Rows) => rows.map(({ accountNumber }) => accountNumber)

test('forty-five accounts scroll on in pages of 20, 20 and 5, and back again', async () => {
  const { call, library } = await sandbox({ scenario: 'many-accounts' })
  const { cast } = (await library.definition('many-accounts')).scenario
  const [beatriz] = Object.values(cast) as unknown as { firstVision: { customerNumber: string; accounts: string[] } }[]
  const { customerNumber, accounts } = beatriz?.firstVision ?? { customerNumber: '', accounts: [] }
  const ask = inquiries(call).accounts
  const pages: Rows[] = []
  let { data } = (await ask(customerNumber)).body
  for (;;) {
    expect(data.numberOfOccurrences).toBe(data.acctTable.length)
    expect(deviations('Account Number Inquiry', data)).toEqual([])
    pages.push(data.acctTable)
    if (data.more === 'N') break
    const { accountOrganizationNext, accountNumberNext, accountTypeNext } = data.nextToken
    const startToken = {
      accountOrganizationNumber: accountOrganizationNext,
      accountNumber: accountNumberNext,
      associationType: accountTypeNext,
    }
    data = (await ask(customerNumber, { functionCode: 'N', startToken })).body.data
  }
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5])
  expect(numbers(pages.flat())).toEqual(accounts)
  for (const expected of [pages[1], pages[0]]) {
    const { accountOrganizationPrev, accountNumberPrev, accountTypePrev } = data.prevToken
    const startToken = {
      accountOrganizationNumber: accountOrganizationPrev,
      accountNumber: accountNumberPrev,
      associationType: accountTypePrev,
    }
    data = (await ask(customerNumber, { functionCode: 'P', startToken })).body.data
    expect(data).toMatchObject({ acctTable: expected, more: 'Y' })
  }
})

test('back from the first row there is nothing, and the list goes on with that row', async () => {
  const first = '0009985012000000001'
  const startToken = { accountOrganizationNumber: 998, accountNumber: first, associationType: 0 }
  const { data } = (await inquiries(world().call).accounts(MARIA, { functionCode: 'P', startToken })).body
  expect(data).toEqual({
    nextToken: { accountOrganizationNext: 998, accountNumberNext: first, accountTypeNext: 0 },
    prevToken: { accountOrganizationPrev: 0, accountNumberPrev: NONE, accountTypePrev: 0 },
    ...{ more: 'Y', numberOfOccurrences: 0, acctTable: [] },
  })
})

test('without a way to go the list begins anew, whatever token comes along', async () => {
  const { accounts } = inquiries(world().call)
  const startToken = { accountOrganizationNumber: 998, accountNumber: '0009986012000000001', associationType: 0 }
  for (const functionCode of [undefined, null, '', ' '])
    expect((await accounts(MARIA, { functionCode, startToken })).body.data.numberOfOccurrences).toBe(2)
  const on = await accounts(MARIA, {
    functionCode: 'N',
    startToken: { ...startToken, accountOrganizationNumber: '998' },
  })
  expect(numbers(on.body.data.acctTable)).toEqual(['0009986012000000001'])
})

test.each([
  ['no token', undefined],
  ['the token of an end', { accountOrganizationNumber: 0, accountNumber: NONE, associationType: 0 }],
  ['no organization', { accountNumber: '0009985012000000001', associationType: 0 }],
  ['no association', { accountOrganizationNumber: 998, accountNumber: '0009985012000000001' }],
  ['letters', { accountOrganizationNumber: 'AB', accountNumber: '0009985012000000001', associationType: 0 }],
  ['another association', { accountOrganizationNumber: 998, accountNumber: '0009985012000000001', associationType: 3 }],
  [
    'an account of somebody else',
    { accountOrganizationNumber: 998, accountNumber: '0009985012000000002', associationType: 0 },
  ],
])('%s does not tell where to go on', async (_what, startToken) => {
  const { accounts } = inquiries(world().call)
  for (const functionCode of ['N', 'P'])
    expect(hostCodes(await accounts(MARIA, { functionCode, startToken }))).toEqual(['CA08E'])
})

test('all that is wrong with a request is told at once, look-ups stop at the first', async () => {
  const { accounts } = inquiries(world().call)
  const wrong = await accounts('MARIA', { organizationNumber: 'AB', functionCode: 'X' })
  expect(hostCodes(wrong)).toEqual(['CA06E', 'CA07E', 'CA09E'])
  expect(hostCodes(await accounts('', { functionCode: 'N', organizationNumber: 123 }))).toEqual(['CA07E', 'CA08E'])
  expect(hostCodes(await accounts(NOBODY, { organizationNumber: 123 }))).toEqual(['CA11S'])
  expect(hostCodes(await accounts(NOBODY))).toEqual(['CA07E'])
  expect(hostCodes(await accounts(ELENA))).toEqual(['CA15S'])
  const startToken = { accountOrganizationNumber: 998, accountNumber: MARIA, associationType: 0 }
  expect(hostCodes(await accounts(ELENA, { functionCode: 'N', startToken }))).toEqual(['CA15S'])
  expect(hostCodes(await accounts('123'))).toEqual(['CA07E'])
})

test('a token that is no object is no request', async () => {
  const { accounts } = inquiries(world().call)
  expect((await accounts(MARIA, { startToken: '998' })).status).toBe(400)
  expect((await accounts(MARIA, { startToken: { accountNumber: [1] } })).status).toBe(400)
  expect((await accounts(MARIA, { startToken: null })).status).toBe(200)
})

test('organization 000 is found by the customer', async () => {
  const { accounts } = inquiries(world().call)
  for (const organizationNumber of [0, '000', '', null, undefined]) {
    const { data } = (await accounts('0008000011000000001', { organizationNumber })).body
    expect(data.acctTable).toMatchObject([{ organizationNumber: 800, organizationName: 'Cooperativa Norte' }])
  }
  expect(hostCodes(await accounts(NOBODY, { organizationNumber: 0 }))).toEqual(['CA10S'])
})

test('a customer on both sides has the accounts of each side there', async () => {
  const { accounts } = inquiries(world().call)
  for (const organizationNumber of [998, 997])
    expect((await accounts(JOAO, { organizationNumber })).body.data.acctTable).toMatchObject([{ organizationNumber }])
})

test('an account is listed for all that the customer is to it, and a token tells which', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const [debit] = accounts(opened).by('number', '0009986012000000001')
  const associatedParties = [
    { associationType: 9, customerNumber: ELENA },
    { associationType: 3, customerNumber: MARIA },
    { associationType: 1, customerNumber: ELENA },
  ]
  opened.transaction(() => debit && accounts(opened).patch(debit, { associatedParties }))
  const ask = inquiries(call).accounts
  const listed = async (customerNumber: string, members?: object): Promise<string[]> => {
    const { acctTable } = (await ask(customerNumber, members)).body.data
    return acctTable.map((row: { logo: number; associationType: number }) => `${row.logo} ${row.associationType}`)
  }
  expect(await listed(MARIA)).toEqual(['501 0', '601 0', '601 3'])
  expect(await listed(ELENA)).toEqual(['601 1', '601 9'])
  const startToken = { accountOrganizationNumber: 998, accountNumber: '0009986012000000001', associationType: 9 }
  expect(await listed(ELENA, { functionCode: 'N', startToken })).toEqual(['601 9'])
  expect(await listed(ELENA, { functionCode: 'P', startToken })).toEqual(['601 1'])
})

test('where one organization keeps the customers of another, the accounts of both are listed', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const foreign = organizations(opened).get('997')
  opened.transaction(() => foreign && organizations(opened).patch(foreign, { customerOrganizationNumber: 998 }))
  const { data } = (await inquiries(call).accounts(JOAO, { organizationNumber: 997 })).body
  expect(data.acctTable).toMatchObject([{ organizationNumber: 997 }, { organizationNumber: 998 }])
})

test('the organizations of all accounts are looked up before their logos', async () => {
  const { call, workspace } = world()
  const TOMAS = '0008000011000000001'
  const opened = await workspace()
  const [own] = accounts(opened).by('customer', TOMAS)
  if (!own) throw new Error('no account of Tomás')
  opened.transaction(() => accounts(opened).patch(own, { logo: 700 }))
  const ask = async () => hostCodes(await inquiries(call).accounts(TOMAS, { organizationNumber: 800 }))
  expect(await ask()).toEqual(['CA16S'])
  opened.transaction(() => accounts(opened).put({ ...own, id: `901-${own.accountNumber}`, organizationNumber: 901 }))
  expect(await ask()).toEqual(['CA14S'])
})
