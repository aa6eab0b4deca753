import { expect, test } from 'vitest'
import { accounts } from '../../../src/apis/first-vision/records/accounts.ts'
import { cards } from '../../../src/apis/first-vision/records/cards.ts'
import { sandbox } from '../../harness.ts'
import { deviations } from './contract.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes } from './requests.ts'
import { world } from './world.ts'

const MARIA = '0009980011000000001'
const ROSA = '0009980011000000008'
const JOAO = '0009980011000000007'
const PEDRO = '0009980011000000009'
const ELENA = '0009980011000000010'
const CREDIT = '0009985012000000001'

test('a card is shown with its account: limit, balance, what is due, blocks and the bank’s own codes', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const [account] = accounts(opened).by('number', CREDIT)
  const [card] = cards(opened).by('number', '0004000000000000010')
  opened.transaction(() => {
    if (!account || !card) throw new Error('no such records')
    const userAmounts = [{ key: '1', value: '12.50' }]
    const blockCodes = [{ key: '1', value: 'R' }]
    const due = {
      paymentDate: '2026-03-20',
      cycleDueAmount: 40,
      totalDueAmount: 125.05,
      memoDebitAmount: 0.1,
      memoCreditAmount: 0.2,
    }
    accounts(opened).patch(account, { ...due, userAmounts, blockCodes })
    cards(opened).patch(card, { cardType: 'P', cardStatus: '1', embosserCurrentFirstUsage: '1' })
  })
  const { data } = (await inquiries(call).cards(MARIA)).body
  expect(data).toMatchObject({ hasMoreRecords: false, totalCardsCount: 2, totalPagesCount: 1, currentPage: 1 })
  expect(data.totalAvailableCreditLimitAmount).toBe(6749.6)
  expect(data.cards[0]).toEqual({
    ...{
      accountNumber: CREDIT,
      cardNumber: card?.cardToken,
      embosserCustomerNumber: MARIA,
      cardType: 'P',
      cardStatus: '1',
    },
    ...{ availableCreditLimitAmount: 6749.6, paymentDate: '2026-03-20', cycleDueAmount: 40, totalDueAmount: 125.05 },
    ...{ memoDebitAmount: 0.1, memoCreditAmount: 0.2, creditLimitAmount: 8000, usedBalanceAmount: 1250.5 },
    ...{ accountStatus: 'A', isActive: false, cardBlockCode: '', accountBlockCodes: [{ key: '1', value: 'R' }] },
    ...{ userAmounts: [{ key: '1', value: '12.50' }], userDates: [], userCodes: [] },
  })
  expect(data.cards[1]).toMatchObject({ cardType: '', cardStatus: '', paymentDate: null, isActive: true })
  expect(deviations('Cards Inquiry', data)).toEqual([])
})

test('cards of other holders are listed on demand', async () => {
  const ask = inquiries(world().call).cards
  const holders = async (hasOtherCardHolder: string | boolean | undefined) =>
    (await ask(MARIA, { hasOtherCardHolder })).body.data.cards.map(
      ({ embosserCustomerNumber }: { embosserCustomerNumber: string }) => embosserCustomerNumber,
    )
  for (const own of [false, 'false', 'N', '', undefined]) expect(await holders(own)).toEqual([MARIA, MARIA])
  for (const all of [true, 'true', 'Y']) expect(await holders(all)).toEqual([MARIA, ROSA, MARIA])
})

test('what is left to spend on an account counts once, however many cards it has', async () => {
  const { data } = (await inquiries(world().call).cards(MARIA, { hasOtherCardHolder: true })).body
  expect(data.cards.map((card: { availableCreditLimitAmount: number }) => card.availableCreditLimitAmount)).toEqual([
    6749.5, 6749.5, 0,
  ])
  expect(data.totalAvailableCreditLimitAmount).toBe(6749.5)
})

test('an additional card is its holder’s too, on the account of somebody else', async () => {
  const { data } = (await inquiries(world().call).cards(ROSA)).body
  expect(data.cards).toMatchObject([{ accountNumber: CREDIT, embosserCustomerNumber: ROSA }])
})

test('an additional card counts where its holder is known, until it is purged', async () => {
  const { call, workspace } = world()
  const opened = await workspace()
  const [onAnasAccount] = cards(opened).by('number', '0004111110000000013')
  opened.transaction(() => onAnasAccount && cards(opened).patch(onAnasAccount, { customerNumber: JOAO }))
  const held = async (organizationNumber: string) =>
    (await inquiries(call).cards(JOAO, {}, organizationNumber)).body.data.totalCardsCount
  expect([await held('998'), await held('997')]).toEqual([1, 2])
  const [rosas] = cards(opened).by('number', '0004000000000000085')
  opened.transaction(() => rosas && cards(opened).patch(rosas, { purged: true }))
  expect(hostCodes(await inquiries(call).cards(ROSA))).toEqual(['BQ28E'])
  expect((await inquiries(call).cards(MARIA, { hasOtherCardHolder: true })).body.data.totalCardsCount).toBe(2)
  expect((await inquiries(call).cardsDetails(MARIA)).body.data.outputArea.numberOfReturnedItems).toBe(2)
})

test('pages hold five cards and do not overlap', async () => {
  const { call } = await sandbox({ scenario: 'many-cards' })
  const ask = inquiries(call).cards
  const pages = []
  for (const pageNumber of [1, 2, 3]) {
    const { data } = (await ask(MARIA, { hasOtherCardHolder: true, pageNumber })).body
    expect(data).toMatchObject({ totalCardsCount: 14, totalPagesCount: 3, currentPage: pageNumber })
    expect(data.hasMoreRecords).toBe(pageNumber < 3)
    pages.push(data.cards.map(({ cardNumber }: { cardNumber: string }) => cardNumber))
  }
  expect(pages.map(({ length }) => length)).toEqual([5, 5, 4])
  expect(new Set(pages.flat()).size).toBe(14)
})

test('pages 0 and 1 are the first, and so is none', async () => {
  const ask = inquiries(world().call).cards
  const first = (await ask(MARIA)).body
  for (const pageNumber of [0, '01', '', undefined]) expect((await ask(MARIA, { pageNumber })).body).toEqual(first)
})

test('headers and query are judged together, the first stop by code is told', async () => {
  const ask = inquiries(world().call).cards
  expect(hostCodes(await ask('MARIA', { hasOtherCardHolder: 'X', pageNumber: 'X' }, 'AB'))).toEqual(['BQ06E'])
  expect(hostCodes(await ask('', { hasOtherCardHolder: 'X', pageNumber: 'X' }))).toEqual(['BQ21S'])
  expect(hostCodes(await ask('MARIA', { hasOtherCardHolder: 'X', pageNumber: 'X' }))).toEqual(['BQ22S'])
  expect(hostCodes(await ask('MARIA', { pageNumber: '100' }))).toEqual(['BQ23S'])
  expect(hostCodes(await ask('1'.repeat(20), {}, '123'))).toEqual(['BQ24S'])
  expect(hostCodes(await ask(MARIA, { pageNumber: 9 }, '123'))).toEqual(['BQ06S'])
  expect(hostCodes(await ask(MARIA, {}, ''))).toEqual(['BQ06S'])
  expect(hostCodes(await ask(ELENA, { pageNumber: 9 }))).toEqual(['BQ28E'])
  expect(hostCodes(await ask(PEDRO, { pageNumber: 2 }))).toEqual(['BQ25E'])
})

test('a parameter that is given twice is no request', async () => {
  const { call } = world()
  const path = '/customer/v1/cards?pageNumber=1&pageNumber=2&hasOtherCardHolder=true'
  expect((await call('GET', path, undefined, { organizationNumber: '998', customerNumber: MARIA })).status).toBe(400)
})
