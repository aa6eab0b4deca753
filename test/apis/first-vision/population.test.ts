import { expect, test } from 'vitest'
import type { Account } from '../../../src/apis/first-vision/records/accounts.ts'
import type { Card } from '../../../src/apis/first-vision/records/cards.ts'
import type { Customer } from '../../../src/apis/first-vision/records/customers.ts'
import type { Recipe } from '../../../src/kernel/scenario/schema.ts'
import { library } from '../../harness.ts'

async function populated(firstVision: object, people = 80, locale: Recipe['locale'] = 'es') {
  const { scenario } = await library.definition('empty')
  const recipe = { name: 'crowd', about: '', locale, people, firstVision }
  const population = [{ recipe: 'crowd' }]
  const { tables } = await library.materialise({ scenario: { ...scenario, population }, recipes: [recipe] })
  const rows = (type: string) => [...(tables.get(`first-vision.${type}`)?.rows.values() ?? [])]
  return {
    customers: rows('customers') as Customer[],
    accounts: rows('accounts') as Account[],
    cards: rows('cards') as Card[],
  }
}

const products = [
  { logo: 501, cardNumberPrefix: '400000' },
  { logo: 601, cardNumberPrefix: '520082' },
]

test('everyone has an account and a card of it, and no two have the same numbers', async () => {
  const { customers, accounts, cards } = await populated({ organizationNumber: 998, products })
  expect([customers.length, accounts.length, cards.length]).toEqual([80, 80, 80])
  const numbers = [
    ...customers.map(({ customerNumber }) => customerNumber),
    ...accounts.map(({ accountNumber }) => accountNumber),
    ...cards.map(({ cardNumber }) => cardNumber),
  ]
  expect(new Set(numbers).size).toBe(240)
  for (const { accountNumber } of cards)
    expect(accounts.map((account) => account.accountNumber)).toContain(accountNumber)
  for (const { ownerData } of customers) expect(ownerData.countryCode).toBe('ESP')
})

test('shares of traits are about what the recipe says', async () => {
  const traits = { secondAccounts: 50, coOwners: 25, vips: 100 }
  const { customers, accounts } = await populated({ organizationNumber: 998, products, ...traits })
  expect(accounts.length).toBeGreaterThan(105)
  expect(accounts.length).toBeLessThan(135)
  const coOwners = customers.filter(({ coOwnerData }) => coOwnerData).length
  expect(coOwners).toBeGreaterThan(10)
  expect(coOwners).toBeLessThan(30)
  expect(customers.every(({ vipStatus }) => vipStatus === 1)).toBe(true)
})

test('a card number outside the test ranges is refused', async () => {
  const real = { organizationNumber: 998, products: [{ logo: 501, cardNumberPrefix: '453211' }] }
  await expect(populated(real, 1)).rejects.toThrow(/crowd/)
})

test.each(['de', 'en', 'es_MX', 'fr'] as const)(
  'people of the locale %s fit the platform’s members',
  async (locale) => {
    const { customers } = await populated({ organizationNumber: 998, products, coOwners: 100 }, 60, locale)
    expect(customers).toHaveLength(60)
    for (const { coOwnerData } of customers) expect(coOwnerData?.lastName).toBeTruthy()
  },
)

test('numbers that do not fit are refused, however many people come before', async () => {
  const late = { organizationNumber: 998, firstNumber: 999_900, products }
  await expect(populated(late, 120)).rejects.toThrow(/crowd.*cardNumber/)
})
