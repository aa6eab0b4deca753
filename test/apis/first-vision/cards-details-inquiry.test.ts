import { expect, test } from 'vitest'
import { cards } from '../../../src/apis/first-vision/records/cards.ts'
import { sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes } from './requests.ts'
import { world } from './world.ts'

const MARIA = '0009980011000000001'
const CREDIT = '0009985012000000001'
const DEBIT = '0009986012000000001'

const shown = ({ body }: { body: { data: { outputArea: { accountTable: { accountNumber: string }[] } } } }) =>
  body.data.outputArea.accountTable.map(({ accountNumber }) => accountNumber)

test('every card on the customer’s accounts is listed, as its token, with limits and what is used of them', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const [own] = cards(opened).by('number', '0004000000000000010')
  opened.transaction(
    () =>
      own &&
      cards(opened).patch(own, { retailAmountDaily: 250.75, cardBlockCode: 'L', cardBlockCodeDate: '2026-03-01' }),
  )
  const { body } = await inquiries(call).cardsDetails(MARIA)
  const { outputArea } = body.data
  expect(outputArea).toMatchObject({ numberOfReturnedItems: 3, hasMore: 'N', customerNumber: MARIA })
  expect(outputArea.accountTable[0]).toEqual({
    ...{ accountNumber: CREDIT, userAccountNumber: '', cardNumber: own?.cardToken },
    ...{ cardExpireDate: own?.cardExpireDate, digitalCardIndicator: 0, embosserCurrentFirstUsage: '0' },
    ...{ internetAmount: 0, internetAmountDaily: 0, atmCashAmount: 1000, atmCashAmountDaily: 0 },
    ...{ retailAmount: 8000, retailAmountDaily: 250.75, overTheCounterAmount: 0, overTheCounterAmountDaily: 0 },
    ...{ cardBlockCode: 'L', cardBlockCodeDate: '2026-03-01', encryptedCardNumber: own?.encryptedCardNumber },
  })
  expect(outputArea.accountTable[0].cardNumber).toMatch(/^000400000[A-Z][0-9A-Z]{5}0010$/)
  expect(outputArea.accountTable[1]).toMatchObject({ accountNumber: CREDIT, cardBlockCode: '', cardBlockCodeDate: '' })
  expect(outputArea.accountTable[2]).toMatchObject({ accountNumber: DEBIT })
  expect(deviations('Cards Details Inquiry', body.data)).toEqual([])
})

test('a card on an account of somebody else is not among the customer’s', async () => {
  expect(hostCodes(await inquiries(world().call).cardsDetails('0009980011000000008'))).toEqual(['CE07E'])
})

test('scrolling by organization and account loses no card and shows none twice', async () => {
  const { call } = await sandbox({ scenario: 'many-cards' })
  const { cardsDetails } = inquiries(call)
  const tokens: string[] = []
  let query = {}
  for (;;) {
    const { outputArea } = (await cardsDetails(MARIA, query)).body.data
    expect(outputArea.numberOfReturnedItems).toBe(outputArea.accountTable.length)
    tokens.push(...outputArea.accountTable.map(({ cardNumber }: { cardNumber: string }) => cardNumber))
    if (outputArea.hasMore === 'N') break
    const startAccount = outputArea.accountTable.at(-1).accountNumber
    query = { functionCode: 'N', startOrganization: 998, startAccount }
  }
  expect(new Set(tokens).size).toBe(14)
  expect(tokens).toHaveLength(14)
})

test('an account without cards can be scrolled from, and the ends of the list are empty pages', async () => {
  const { call } = await sandbox({ scenario: 'many-cards' })
  const { cardsDetails } = inquiries(call)
  const from = (functionCode: string, startAccount: string) =>
    cardsDetails(MARIA, { functionCode, startOrganization: '998', startAccount })
  const without = '0009986022000000001'
  expect(new Set(shown(await from('N', without)))).toEqual(new Set(['0009986032000000001']))
  expect(shown(await from('P', without)).slice(-1)).toEqual(['0009986012000000001'])
  const beyond = await from('N', '0009986032000000001')
  expect(beyond.body.data.outputArea).toEqual({
    ...{ numberOfReturnedItems: 0, hasMore: 'N', customerNumber: MARIA, accountTable: [] },
  })
  expect((await from('P', CREDIT)).body.data.outputArea).toMatchObject({ numberOfReturnedItems: 0, hasMore: 'Y' })
})

test('a blank function code may be a space, empty or left out', async () => {
  const { cardsDetails } = inquiries(world().call)
  for (const functionCode of [' ', '', undefined])
    expect((await cardsDetails(MARIA, { functionCode })).body.data.outputArea.numberOfReturnedItems).toBe(3)
})

test('edits are told together, look-ups one by one', async () => {
  const { cardsDetails } = inquiries(world().call)
  const start = { startOrganization: 998, startAccount: CREDIT }
  expect(hostCodes(await cardsDetails(undefined, { organizationNumber: '1A', functionCode: 'X' }))).toEqual([
    'CE06E',
    'CE09E',
  ])
  expect(hostCodes(await cardsDetails(MARIA, { functionCode: 'P', startAccount: CREDIT }))).toEqual(['CE08E'])
  expect(hostCodes(await cardsDetails(MARIA, { functionCode: 'N', ...start, startOrganization: '000' }))).toEqual([
    'CE08E',
  ])
  for (const organizationNumber of [123, '', undefined, 0])
    expect(hostCodes(await cardsDetails('1', { organizationNumber, functionCode: 'N', ...start }))).toEqual(['CE06S'])
  expect(hostCodes(await cardsDetails(undefined))).toEqual(['CE07E'])
  expect(hostCodes(await cardsDetails(' '))).toEqual(['CE07E'])
  for (const wrong of [{ startAccount: '5' }, { startOrganization: 997 }, { startOrganization: 'AB' }])
    expect(hostCodes(await cardsDetails(MARIA, { functionCode: 'N', ...start, ...wrong }))).toEqual(['CE15S'])
  expect((await cardsDetails('1'.repeat(20))).status).toBe(400)
  expect((await cardsDetails(MARIA, { startAccount: '1'.repeat(20) })).status).toBe(400)
})
