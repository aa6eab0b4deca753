import { expect, test } from 'vitest'
import { inquiries } from './inquiries.ts'
import { card, codes, EMBOSS, GENERATE, generation, hostCodes } from './requests.ts'
import { world } from './world.ts'

const MARIAS = '0009985012000000001'
const JOAO = '0009980011000000007'
const JOAOS = '0009985012000000007'
const ROSA = '0009980011000000008'

const keptAs = async ({ call }: Pick<ReturnType<typeof world>, 'call'>, number: string) =>
  (await call('GET', `/_sandbox/records/first-vision.cards/998-${number}`)).body

test('a card is drawn from the test range of its logo, answered in the clear, and has a token', async () => {
  const { call } = world()
  const sent = { embossedName1: 'MARIA FERNANDEZ', retailPurchaseAmt: 900, atmCashAmount: 100 }
  const limits = { overTheCounterCashAmount: 50, internetPurchaseAmount: 300, currentCardActivation: 'Y' }
  const { status, body } = await call('POST', EMBOSS, card(MARIAS, { ...sent, ...limits }))
  expect(status).toBe(200)
  expect(body.data).toEqual({
    ...{ organizationNumber: 998, organizationAssociatedToForeignAccount: 0, logo: 501, accountNumber: MARIAS },
    ...{ cardNumber: expect.stringMatching(/^000400000\d{10}$/), cardSequence: 1, currentChipSequenceNumber: 0 },
  })
  const { cardNumber } = body.data
  expect(await keptAs({ call }, cardNumber)).toMatchObject({
    ...{ embossedName1: 'MARIA FERNANDEZ', cardExpireDate: '2029-03-31', embosserCurrentFirstUsage: '1' },
    ...{ retailAmount: 900, atmCashAmount: 100, overTheCounterAmount: 50, internetAmount: 300, cardBlockCode: '' },
    cardToken: expect.stringMatching(new RegExp(`^${cardNumber.slice(0, 9)}[A-Z][0-9A-Z]{5}${cardNumber.slice(-4)}$`)),
  })
})

test('an additional card has a customer of its own, and may start blocked and with its own date', async () => {
  const { call } = world()
  const own = { customerNumber: ROSA, blockCode: 'L', expirationDate: '2027-01-15', cardSequence: 3 }
  const { data } = (await call('POST', EMBOSS, card(MARIAS, { ...own, organizationNumber: '' }))).body
  expect(data).toMatchObject({ organizationNumber: 998, cardSequence: 3 })
  expect(await keptAs({ call }, data.cardNumber)).toMatchObject({
    ...{ customerNumber: ROSA, cardBlockCode: 'L', cardBlockCodeDate: '2026-03-02', cardExpireDate: '2027-01-15' },
    embosserCurrentFirstUsage: '0',
  })
})

test('a card on a dual account names its other side, and is listed there too', async () => {
  const { call } = world()
  const { data } = (await call('POST', EMBOSS, card(JOAOS))).body
  expect(data.organizationAssociatedToForeignAccount).toBe(997)
  for (const organizationNumber of [998, 997])
    expect(
      (await inquiries(call).cardsDetails(JOAO, { organizationNumber })).body.data.outputArea.accountTable,
    ).toHaveLength(2)
})

test('a reserved number is taken once, with or without the zeros before it', async () => {
  const { call } = world()
  const { data } = (await call('POST', GENERATE, generation({ embosserNumbersRequested: 2 }))).body
  const [first, second] = data.embosserData.map(({ cardNumber }: { cardNumber: string }) => cardNumber)
  expect((await call('POST', EMBOSS, card(MARIAS, { cardNumber: first }))).body.data.cardNumber).toBe(first)
  const short = second.slice(3)
  expect((await call('POST', EMBOSS, card(MARIAS, { cardNumber: short }))).body.data.cardNumber).toBe(second)
  const again = await call('POST', EMBOSS, card(MARIAS, { cardNumber: second }))
  expect([again.status, ...codes(again)]).toEqual([422, 'SANDBOX-422'])
})

test('a number outside the test ranges, or without its check digit, makes no card', async () => {
  const { call, digest } = world()
  const before = await digest()
  for (const cardNumber of ['0004929000000000001', '0004000000000000011', '4000', 'ABCD', '000400000A1B2C30010'])
    expect(codes(await call('POST', EMBOSS, card(MARIAS, { cardNumber })))).toEqual(['SANDBOX-400'])
  for (const members of [{ expirationDate: '2026-02-30' }, { embossedName1: 'x'.repeat(27) }, { atmCashAmount: '5' }])
    expect(codes(await call('POST', EMBOSS, card(MARIAS, members)))).toEqual(['SANDBOX-400'])
  expect(await digest()).toBe(before)
})

test('it needs an organization, an account and a customer that are there', async () => {
  const { call } = world()
  const unknown = '0000000000000099999'
  const make = async (postToAccount: string, members: object = {}) =>
    hostCodes(await call('POST', EMBOSS, card(postToAccount, members)))
  expect(await make(unknown, { organizationNumber: 'AB' })).toEqual(['IC03S'])
  expect(await make(unknown, { organizationNumber: 0 })).toEqual(['IC09S'])
  expect(await make(unknown, { organizationNumber: 123 })).toEqual(['IC11S'])
  expect(await make('')).toEqual(['IC17S'])
  expect(await make(unknown)).toEqual(['IC17S'])
  expect(await make('', { customerNumber: unknown })).toEqual(['IC13S'])
  expect(await make(MARIAS, { customerNumber: unknown })).toEqual(['IC13S'])
  expect(await make('0008005012000000001', { organizationNumber: 800 })).toEqual(['NG10S'])
})

test('the additional card of a dual account is for somebody whom both sides know', async () => {
  const { call } = world()
  expect(hostCodes(await call('POST', EMBOSS, card(JOAOS, { customerNumber: ROSA })))).toEqual(['IC13S'])
  expect((await call('POST', EMBOSS, card(JOAOS, { customerNumber: JOAO }))).status).toBe(200)
})
