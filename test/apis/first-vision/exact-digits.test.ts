import { expect, test } from 'vitest'
import { negative, sum } from '../../../src/apis/first-vision/host/amount.ts'
import { customers } from '../../../src/apis/first-vision/records/customers.ts'
import { relationships } from '../../../src/apis/first-vision/records/relationships.ts'
import { sandbox } from '../../harness.ts'
import { account, card, EMBOSS, hostCodes, OPEN, RELATE, relationship } from './requests.ts'

const MANY = '99999999999999999'
const LUCAS = '0009980011000000010'

/** A body whose members of this name are numbers of these digits. */
const body = (value: object, digits: Record<string, string>): string =>
  Object.entries(digits).reduce(
    (text, [name, number]) => text.replace(`"${name}":"@"`, `"${name}":${number}`),
    JSON.stringify(value),
  )

const limited = (digits: Record<string, string>) =>
  body(relationship(Object.fromEntries(Object.keys(digits).map((name) => [name, '@']))), digits)

test('a number of nineteen digits finds its own customer and no other', async () => {
  const { call, workspaces } = await sandbox()
  const kept = customers(await workspaces.use('default'))
  const [first] = [...kept.all()]
  for (const id of ['998-1234567890123456789', '998-1234567890123456800'])
    kept.put({ ...first, id, customerNumber: id.slice(4), organizationNumber: 998 } as never)
  for (const number of ['1234567890123456789', '1234567890123456800']) {
    const answer = await call('POST', RELATE, limited({ customerNumber: number }))
    expect(answer.status, answer.text).toBe(200)
    const asText = await call('POST', RELATE, relationship({ customerNumber: number }))
    expect(asText.status).toBe(200)
    const made = [...relationships(await workspaces.use('default')).all()]
    expect(made.slice(-2)).toMatchObject([{ customerNumber: number }, { customerNumber: number }])
  }
  const other = await call('POST', RELATE, limited({ customerNumber: '1234567890123456790' }))
  expect(hostCodes(other)).toEqual(['AR19S'])
})

test('an amount of seventeen digits is kept and answered to the digit, as a number or as a text', async () => {
  const { call } = await sandbox({ scenario: 'documented-customer-walkthrough' })
  for (const [i, limit] of [MANY, '9007199254740993', '12345678901234567'].entries()) {
    const customer = await newCustomer(call)
    const sent = i % 2 ? relationship({ customerNumber: customer, creditLimit: limit }) : undefined
    const asNumber = limited({ creditLimit: limit }).replace(LUCAS, customer)
    const added = await call('POST', RELATE, sent ?? asNumber)
    expect(added.status, added.text).toBe(200)
    const asked = await call('GET', `/customer/${customer}/relationship?organizationNumber=998`)
    expect(asked.text).toContain(`"creditLimit":${limit},`)
  }
})

test('amounts that are added up stay exact', async () => {
  const { call } = await sandbox({ scenario: 'documented-customer-walkthrough' })
  const customer = await newCustomer(call)
  const related = await call(
    'POST',
    RELATE,
    relationship({ customerNumber: customer, creditLimit: '99999999999999999' }),
  )
  const { relationshipNumber } = related.body.data
  for (const creditLimit of ['9007199254740993', '2'])
    expect(
      (await call('POST', OPEN, account({ customerNumber: customer, relationshipNumber, creditLimit }))).status,
    ).toBe(200)
  const { text } = await call('GET', `/customer/${customer}/relationship?organizationNumber=998`)
  expect(text).toContain('"totalCreditLimit":9007199254740995,')
  expect(text).toContain('"sumOfOpenToBuyForAccounts":9007199254740995,')
})

test('the spending limits of a card keep their decimals', async () => {
  const { call } = await sandbox({ scenario: 'documented-customer-walkthrough' })
  const customerNumber = await newCustomer(call)
  const { accountNumber } = (await call('POST', OPEN, account({ customerNumber }))).body.data
  const limits = { atmCashAmount: '12345678901234567.25', retailPurchaseAmt: MANY, internetPurchaseAmount: '0.1' }
  const sent = body(
    card(accountNumber, { atmCashAmount: '@', retailPurchaseAmt: '@', internetPurchaseAmount: '@' }),
    limits,
  )
  const added = await call('POST', EMBOSS, sent)
  expect(added.status, added.text).toBe(200)
  const query = `organizationNumber=998&functionCode=%20`
  const { text } = await call('GET', `/customer/v3/cards/details?${query}`, undefined, { customerNumber })
  expect(text).toContain('"atmCashAmount":12345678901234567.25,')
  expect(text).toContain(`"retailAmount":${MANY},`)
  const tooMany = await call(
    'POST',
    EMBOSS,
    body(card(accountNumber, { atmCashAmount: '@' }), { atmCashAmount: `1${MANY}` }),
  )
  expect(tooMany).toMatchObject({
    status: 400,
    body: { errors: [{ description: expect.stringContaining('17 digits') }] },
  })
})

test.each([
  ['eighteen digits', '100000000000000000'],
  ['decimals', '12345678901234567.5'],
  ['an exponent that is no whole number', '12345678901234567e-1'],
  ['more digits than there are', '1e400'],
  ['an exponent without end', '1e999999999'],
])('a credit limit of %s is judged as the same text is', async (_what, digits) => {
  const { call } = await sandbox()
  const plain = digits.includes('e') ? 'x' : digits
  const asText = await call('POST', RELATE, relationship({ creditLimit: plain }))
  const asNumber = await call('POST', RELATE, limited({ creditLimit: digits }))
  expect([asNumber.status, hostCodes(asNumber)]).toEqual([asText.status, hostCodes(asText)])
  expect(hostCodes(asNumber)).toEqual(['AR04E'])
})

test('a limit is compared with another to the digit', async () => {
  const { call } = await sandbox()
  const add = (creditLimit: string, creditLimitInMonetaryUnits: string) =>
    call('POST', RELATE, limited({ creditLimit, creditLimitInMonetaryUnits }))
  expect(hostCodes(await add('99999999999999998', '99999999999999999'))).toEqual(['AR29S'])
  expect((await add('99999999999999999', '99999999999999998')).status).toBe(200)
})

test('a number is no object, and no text, however many digits it has', async () => {
  const { call } = await sandbox({ scenario: 'empty' })
  const errors = async (path: string, text: string) => (await call('POST', path, text)).body.errors[0].description
  expect(await errors('/customer/l8v2', '{"customerData":1234567890123456789}')).toBe(
    'body.customerData: Invalid input: expected object, received number',
  )
  expect(await errors('/customer/l8v2', '1234567890123456789')).toBe(
    'body: Invalid input: expected object, received number',
  )
  expect(await errors(RELATE, '{"contactName":12345678901234567.5}')).toBe(
    'body.contactName: Invalid input: expected string, received number',
  )
})

test('amounts add up exactly where a number would not hold them, and as before where it does', () => {
  expect(sum([0.1, 0.2, undefined])).toBe(0.3)
  expect(sum([MANY, 1])).toBe(1e17)
  expect(sum([MANY, 3])).toBe('100000000000000002')
  expect(sum([MANY, negative(MANY)])).toBe(0)
  expect(sum(['12345678901234567.25', -0.25, 1e-7])).toBe('12345678901234567')
  expect(sum([9007199254740991, 2])).toBe('9007199254740993')
  expect(sum([-5, '-12345678901234567.5'])).toBe('-12345678901234572.5')
})

async function newCustomer(call: Awaited<ReturnType<typeof sandbox>>['call']): Promise<string> {
  const person = { nameLine1: 'Lucia', income: 12, cuit: '20304050607', occupationCode: '251200', ivaPosition: '1' }
  const key = { customerKeyData: { organizationNumber: 998 }, ownerCoOwnerData: { ownerData: person } }
  return (await call('POST', '/customer/l8v2', { customerData: key })).body.data.customerNumber
}
