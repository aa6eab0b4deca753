import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'
import { inquiries } from './inquiries.ts'
import { ADD, account, card, customer, EMBOSS, INQUIRE, inquiry, OPEN, RELATE, relationship } from './requests.ts'

/** Organizations that are set up and have nobody yet. */
const { call } = await sandbox({ scenario: 'documented-customer-walkthrough' })
const ask = inquiries(call)

async function answered(path: string, body: object) {
  const answer = await call('POST', path, body)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.data
}

async function board(name: string, members: object = {}) {
  const key = { organizationNumber: 998 }
  const person = { nameLine1: name, houseAddress1: 'Calle Mitre 455', city: 'Rosario' }
  const { customerNumber } = await answered(ADD, customer(key, person))
  const { accountNumber } = await answered(OPEN, account({ customerNumber, ...members }))
  const { cardNumber } = await answered(EMBOSS, card(accountNumber, { embossedName1: name.toUpperCase() }))
  const listed = (await ask.cardsDetails(customerNumber)).body.data.outputArea.accountTable
  expect(listed).toHaveLength(1)
  return { customerNumber, accountNumber, cardNumber, cardToken: listed[0].cardNumber, listed: listed[0] }
}

test('a customer, account and card boarded from nothing are seen by every inquiry', async () => {
  const lucia = await board('Lucia Ferro')
  expect(lucia.listed).toMatchObject({ accountNumber: lucia.accountNumber, cardExpireDate: expect.any(String) })
  expect(lucia.cardToken).not.toBe(lucia.cardNumber)
  expect(lucia.cardToken.slice(0, 9) + lucia.cardToken.slice(-4)).toBe(
    lucia.cardNumber.slice(0, 9) + lucia.cardNumber.slice(-4),
  )
  const { acctTable } = (await ask.accounts(lucia.customerNumber)).body.data
  expect(acctTable).toMatchObject([{ accountNumber: lucia.accountNumber, logo: 501, accountInternalStatus: 'N' }])
  expect(JSON.stringify((await ask.cards(lucia.customerNumber)).body)).toContain(lucia.cardToken)
  for (const number of [lucia.accountNumber, lucia.cardNumber, lucia.cardToken]) {
    const shown = await answered(INQUIRE, inquiry(number, { numberType: '0' }))
    expect(shown).toMatchObject({ customerNumber: lucia.customerNumber })
    expect(shown.nameAddrData[0].nameAddressData.nameLine1).toBe('Lucia Ferro')
  }
  for (const number of [lucia.customerNumber, lucia.accountNumber]) {
    const { status, body } = await ask.address(number)
    expect([status, JSON.stringify(body).includes('Calle Mitre 455')]).toEqual([200, true])
  }
})

test('an account boarded under a relationship is seen through it', async () => {
  const company = (await answered(ADD, customer({ organizationNumber: 998 }, { nameLine1: 'Vinos Ferro' })))
    .customerNumber
  const terms = { customerNumber: company, relationshipName: 'Vinos', creditLimitInMonetaryUnits: 900 }
  const { relationshipNumber } = await answered(RELATE, relationship(terms))
  expect(await answered(RELATE, { organizationNumber: '998', customerNumber: company })).toMatchObject({
    relationshipNumber,
    relationships: [{ relationshipNumber, relationshipName: 'Vinos' }],
  })
  await board('Dario Ferro', { relationshipNumber, creditLimit: null })
  await board('Nadia Ferro', { relationshipNumber, creditLimit: 400 })
  const { data } = (await ask.relationships(company)).body
  expect(data).toMatchObject({ creditLimit: 50_000, totalCreditLimit: 1300, accountsInPesosOrganization: 2 })
  const { status, body } = await ask.address(relationshipNumber)
  expect([status, JSON.stringify(body).includes('Vinos Ferro')]).toEqual([200, true])
})

test('each step fails without the one before', async () => {
  const nobody = '0009980011000077777'
  const refused = async (path: string, body: object) => (await call('POST', path, body)).headers.get('x-sandbox-rule')
  expect(await refused(OPEN, account({ customerNumber: nobody }))).toBe('VPL5SAA5DE')
  expect(await refused(RELATE, relationship({ customerNumber: nobody }))).toBe('VPL5SAR19S')
  expect(await refused(EMBOSS, card('0009985012000077777'))).toBe('VPL5SIC17S')
})

test('the same boarding in another world gives the same numbers', async () => {
  const numbers = async () => {
    const other = await sandbox({ scenario: 'documented-customer-walkthrough' })
    const first = await other.call('POST', ADD, customer({ organizationNumber: 998 }))
    const { customerNumber } = first.body.data
    const second = await other.call('POST', OPEN, account({ customerNumber }))
    const third = await other.call('POST', EMBOSS, card(second.body.data.accountNumber))
    return [first.text, second.text, third.text]
  }
  expect(await numbers()).toEqual(await numbers())
})
