import { expect, test } from 'vitest'
import { cardToken } from '../../../src/apis/first-vision/records/card-numbers.ts'
import { inquiries } from './inquiries.ts'
import { hostCodes, INQUIRE, inquiry, RELATE, relationship, UPDATE, update } from './requests.ts'
import { bank } from './stock.ts'
import { world } from './world.ts'

const JOAO = '0009980011000000007'
const JOAOS_ACCOUNT = '0009985012000000007'
/** One on each side. */
const JOAOS_CARDS = ['0004000000000000077', '0004111110000000070']
const MARIAS_CARD = '0004000000000000010'
const BOTH = { dualFlag: '1' }

function start() {
  const opened = world()
  return { ...opened, ...bank(opened), ask: inquiries(opened.call) }
}

/** A generic customer of both sides, with an account of both and a card that waits. */
async function dualStock() {
  const shop = start()
  const stock = await shop.add(3, '1')
  const accountNumber = await shop.open(stock, 1)
  const card = await shop.emboss(accountNumber)
  const sides = async () => [await shop.held(accountNumber, card), await shop.held(accountNumber, card, 997)]
  return { ...shop, stock, accountNumber, card, sides }
}

const waiting = (customerNumber: string) => ({ customerNumber, card: customerNumber, waits: true })
const inUse = (customerNumber: string) => ({ customerNumber, card: customerNumber, waits: false })

test.each(['0', '1'])('a dual activation is undone on both sides, asked on side %s', async (foreignUseIndicator) => {
  const { activate, reverse, stock, card, sides } = await dualStock()
  const buyer = (await activate(card, BOTH)).body.data.customerNumber
  expect(await sides()).toEqual([inUse(buyer), inUse(buyer)])
  expect((await reverse(buyer, stock, card, { foreignUseIndicator })).status).toBe(200)
  expect(await sides()).toEqual([waiting(stock), waiting(stock)])
  const next = (await activate(cardToken(card), BOTH)).body.data.customerNumber
  expect(await sides()).toEqual([inUse(next), inUse(next)])
})

test('it may be activated from the foreign side as well', async () => {
  const { activate, reverse, stock, card, sides } = await dualStock()
  const abroad = { organizationNumber: 997 }
  const buyer = (await activate(card, { ...BOTH, ...abroad })).body.data.customerNumber
  expect(await sides()).toEqual([inUse(buyer), inUse(buyer)])
  expect((await reverse(buyer, stock, card, abroad)).status).toBe(200)
  expect(await sides()).toEqual([waiting(stock), waiting(stock)])
})

test('an activation of the local side alone leaves the foreign account as it was, and so does its reversal', async () => {
  const { activate, reverse, stock, card, sides } = await dualStock()
  const buyer = (await activate(card)).body.data.customerNumber
  expect(await sides()).toEqual([inUse(buyer), { ...waiting(stock), waits: false }])
  expect(hostCodes(await activate(card, { organizationNumber: 997 }))).toEqual(['NA08S'])
  expect((await reverse(buyer, stock, card)).status).toBe(200)
  expect(await sides()).toEqual([waiting(stock), waiting(stock)])
  expect((await activate(card, BOTH)).status).toBe(200)
})

test('a card in use on the foreign side keeps the account from being sold', async () => {
  const { activate, emboss, accountNumber, card } = await dualStock()
  await emboss(accountNumber, { organizationNumber: 997, currentCardActivation: 'N', customerNumber: JOAO })
  expect(hostCodes(await activate(card, BOTH))).toEqual(['NA08S'])
  expect(hostCodes(await activate(card))).toEqual(['NA08S'])
})

test('a card of a dual account leads to either side, by number and by token', async () => {
  const { call, emboss } = start()
  const made = await emboss(JOAOS_ACCOUNT)
  for (const number of [...JOAOS_CARDS, made].flatMap((card) => [card, cardToken(card)]))
    for (const [organizationNumber, foreignUseIndicator, reached] of [
      [998, '0', 998],
      [998, '1', 997],
      [997, '', 997],
      [997, '1', 998],
    ] as const) {
      const side = { organizationNumber, foreignUseIndicator, numberType: '0' }
      const changed = await call('PUT', UPDATE, update(number, { ...side, title: `at ${reached}` }))
      expect(changed.body.data?.outputArea.cmsOrganizationNumber, number).toBe(reached)
      const shown = (await call('POST', INQUIRE, inquiry(number, side))).body.data
      expect(shown).toMatchObject({ organizationNumber: reached, customerNumber: JOAO })
      expect(shown.nameAddrData[0].title).toBe(`at ${reached}`)
    }
})

test('so it does in the address inquiry', async () => {
  const { ask, emboss } = start()
  const made = await emboss(JOAOS_ACCOUNT)
  for (const number of [...JOAOS_CARDS, made, cardToken(made)])
    for (const organizationNumber of [998, 997])
      expect((await ask.address(number, { organizationNumber })).body.data).toMatchObject({
        ...{ organizationNumber, accountNumber: JOAOS_ACCOUNT, customerNumber: JOAO },
      })
})

test('the card of an account on one side leads to no other', async () => {
  const { call, ask } = start()
  const abroad = { numberType: '0', foreignUseIndicator: '1' }
  expect(hostCodes(await call('PUT', UPDATE, update(MARIAS_CARD, abroad)))).toEqual(['GC01S'])
  expect(hostCodes(await call('POST', INQUIRE, inquiry(MARIAS_CARD, abroad)))).toEqual(['ND07S'])
  expect(hostCodes(await ask.address(MARIAS_CARD, { organizationNumber: 997 }))).toEqual(['AD10S'])
})

test.each([998, 997])(
  'with organization 000 the record that was asked for in %i is found, not its twin',
  async (at) => {
    const { call, ask, stock, accountNumber, card } = await dualStock()
    const asked = { organizationNumber: String(at), customerNumber: at === 998 ? '0009980011000000010' : JOAO }
    const { relationshipNumber } = (await call('POST', RELATE, relationship(asked))).body.data
    const none = { organizationNumber: 0 }
    const address = async (number: string) => (await ask.address(number, none)).body.data
    expect(await address(relationshipNumber)).toMatchObject({ ...asked, organizationNumber: at, relationshipNumber })
    for (const number of [accountNumber, card, cardToken(card), stock])
      expect(await address(number)).toMatchObject({ organizationNumber: 998, customerNumber: stock })
    for (const number of [accountNumber, card]) {
      const shown = await call('POST', INQUIRE, inquiry(number, { ...none, numberType: '0' }))
      expect(shown.body.data).toMatchObject({ organizationNumber: 998, customerNumber: stock })
      const changed = await call('PUT', UPDATE, update(number, { ...none, numberType: '0', title: 'X' }))
      expect(changed.body.data.outputArea.cmsOrganizationNumber).toBe(998)
    }
    expect((await ask.accounts(stock, none)).body.data.acctTable).toMatchObject([{ organizationNumber: 998 }])
  },
)
