import { expect, test } from 'vitest'
import { cardToken } from '../../../src/apis/first-vision/records/card-numbers.ts'
import { cards } from '../../../src/apis/first-vision/records/cards.ts'
import { sandbox } from '../../harness.ts'
import { hostCodes } from './requests.ts'
import { bank } from './stock.ts'
import { world } from './world.ts'

const MARIA = '0009980011000000001'
const MARIAS_ACCOUNT = '0009985012000000001'
const MARIAS_CARD = '0004000000000000010'
const ROSA = '0009980011000000008'
const ROSAS_CARD = '0004000000000000085'
const ELENA = '0009980011000000010'

function start() {
  const opened = world()
  return { ...opened, ...bank(opened) }
}

test('a waiting card on an account that is in use is not sold', async () => {
  const { emboss, activate, digest } = start()
  const waiting = await emboss(MARIAS_ACCOUNT)
  const before = await digest()
  for (const panToken of [waiting, cardToken(waiting)])
    for (const dualFlag of ['0', '1']) expect(hostCodes(await activate(panToken, { dualFlag }))).toEqual(['NA08S'])
  expect(await digest()).toBe(before)
})

test('nor is one beside cards that were in use: blocked, expired or purged ones', async () => {
  const { call } = await sandbox({ scenario: 'blocked-and-expired-cards' })
  const { activate } = bank({ call })
  expect(hostCodes(await activate('0004000000000000432'))).toEqual(['NA08S'])
  const shop = start()
  const accountNumber = await shop.open(await shop.add())
  const sold = await shop.emboss(accountNumber, { currentCardActivation: 'N' })
  expect((await shop.activate(sold)).status).toBe(200)
  const opened = await shop.workspace()
  const [card] = cards(opened).by('number', sold)
  opened.transaction(() => card && cards(opened).patch(card, { purged: true }))
  expect(hostCodes(await shop.activate(await shop.emboss(accountNumber)))).toEqual(['NA08S'])
})

test('nor is one that has a customer of its own, nor one beside it', async () => {
  const { add, open, emboss, activate } = start()
  const accountNumber = await open(await add())
  const rosas = await emboss(accountNumber, { customerNumber: ROSA })
  expect(hostCodes(await activate(rosas))).toEqual(['NA08S'])
  expect(hostCodes(await activate(await emboss(accountNumber)))).toEqual(['NA08S'])
})

test('the only card of a customer who was put on file by name is theirs, though it needed no activation', async () => {
  const { add, open, emboss, activate } = start()
  const inUse = { currentCardActivation: 'N' }
  expect(hostCodes(await activate(await emboss(await open(await add(0)), inUse)))).toEqual(['NA08S'])
  expect((await activate(await emboss(await open(await add(3)), inUse))).status).toBe(200)
})

test('of several waiting cards on one account one is sold, and the others with it', async () => {
  const { add, open, emboss, activate, reverse, held } = start()
  const stock = await add()
  const accountNumber = await open(stock)
  const [first, second] = [await emboss(accountNumber), await emboss(accountNumber)]
  const sell = async (card: string) => (await activate(card)).body.data.customerNumber
  const buyer = await sell(first)
  expect(await held(accountNumber, second)).toEqual({ customerNumber: buyer, card: buyer, waits: true })
  expect(hostCodes(await activate(second))).toEqual(['NA08S'])
  expect((await reverse(buyer, stock, first)).status).toBe(200)
  const next = await sell(second)
  expect(await held(accountNumber, first)).toEqual({ customerNumber: next, card: next, waits: true })
  expect((await reverse(next, stock, second)).status).toBe(200)
  for (const card of [first, second])
    expect(await held(accountNumber, card)).toEqual({ customerNumber: stock, card: stock, waits: true })
})

test('a reversal moves no account that others have cards on', async () => {
  const { reverse, digest } = start()
  const before = await digest()
  expect(hostCodes(await reverse(MARIA, ELENA, ROSAS_CARD))).toEqual(['EA01S'])
  expect(hostCodes(await reverse(MARIA, ELENA, MARIAS_CARD))).toEqual(['EA01S'])
  expect(hostCodes(await reverse(ROSA, ELENA, ROSAS_CARD))).toEqual(['EA01S'])
  expect(await digest()).toBe(before)
})

test('an unsold card was not activated, so there is nothing to take back', async () => {
  const { add, open, emboss, activate, reverse } = start()
  const stock = await add()
  const accountNumber = await open(stock)
  const card = await emboss(accountNumber)
  const noActivation = await emboss(await open(stock), { currentCardActivation: 'N' })
  for (const unsold of [card, noActivation]) expect(hostCodes(await reverse(stock, ELENA, unsold))).toEqual(['EA01S'])
  const buyer = (await activate(card)).body.data.customerNumber
  expect((await reverse(buyer, stock, card)).status).toBe(200)
  expect(hostCodes(await reverse(buyer, stock, card))).toEqual(['EA01S'])
})

test('whoever has other accounts gives back the one that was activated', async () => {
  const { add, open, emboss, activate, reverse, held, record } = start()
  const stock = await add()
  const accountNumber = await open(stock)
  const card = await emboss(accountNumber)
  const buyer = (await activate(card)).body.data.customerNumber
  const own = await open(buyer)
  await emboss(own, { currentCardActivation: 'N' })
  expect((await reverse(buyer, stock, card)).status).toBe(200)
  expect(await held(accountNumber, card)).toEqual({ customerNumber: stock, card: stock, waits: true })
  expect((await record('accounts', own)).customerNumber).toBe(buyer)
  expect((await activate(card)).status).toBe(200)
})

test('a reversal looks for the customers first, then for the account, then for the card', async () => {
  const { reverse } = start()
  const unknown = '0000000000000099999'
  const byAccount = { numberType: '0' }
  expect(hostCodes(await reverse(unknown, unknown, unknown, byAccount))).toEqual(['GC04S'])
  expect(hostCodes(await reverse(unknown, ELENA, unknown, byAccount))).toEqual(['GC01S'])
  expect(hostCodes(await reverse(MARIAS_ACCOUNT, ELENA, unknown, byAccount))).toEqual(['EA01S'])
})
