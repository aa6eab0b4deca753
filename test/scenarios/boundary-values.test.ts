import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Scenario } from '../../src/kernel/scenario/schema.ts'
import { library } from '../harness.ts'

type Limits = { type?: string; format?: string; enum?: unknown[]; minLength?: number; maxLength?: number }
type Query = { name: string; default?: unknown }

const read = (name: string) => JSON.parse(readFileSync(new URL(`../contracts/${name}.json`, import.meta.url), 'utf8'))
const { schemas } = read('first-vision')
const OWNER: Record<string, Limits> = schemas['AddCustomerRequestL8V2.OwnerData'].properties

/** The members whose length the contract limits and that hold any text. */
const texts = Object.entries(OWNER).filter(([, { type, format }]) => type === 'string' && !format)

/** What the host asks for whatever the contract allows. */
const REQUIRED = ['countryCode', 'cuit', 'occupationCode', 'ivaPosition']

const { scenario } = await library.definition('boundary-values')

/** The owner that a step of this title sends. */
function sent({ walkthrough }: Scenario, title: string): Record<string, string | number> {
  const step = walkthrough.find((one) => one.title.startsWith(title))
  if (!step || !('request' in step)) throw new Error(`no step ${title}`)
  // biome-ignore lint/suspicious/noExplicitAny: a body of the scenario
  return (step.request.body as any).customerData.ownerCoOwnerData.ownerData
}

test('the longest values, on record and sent, are as long as the contract lets them be', () => {
  expect(texts.length).toBeGreaterThan(70)
  const [record] = scenario.records['first-vision.customers'] ?? []
  for (const owner of [record?.ownerData as Record<string, string>, sent(scenario, 'Every member at its limit')])
    for (const [member, { maxLength }] of texts) expect(String(owner[member]).length, member).toBe(maxLength)
  const numbers = sent(scenario, 'Every member at its limit')
  for (const member of ['contactIndicator', 'carrierRoute3And4', 'numberOfDependents', 'income'])
    expect(String(numbers[member]), member).toMatch(new RegExp(`^9{${OWNER[member]?.maxLength}}$`))
})

test('one of them is one character longer where it is refused, and all are as short as may be where they are shortest', () => {
  const over = sent(scenario, 'One character more')
  const longer = texts.filter(([member, { maxLength = 0 }]) => String(over[member] ?? '').length > maxLength)
  expect(longer.map(([member, { maxLength = 0 }]) => String(over[member]).length - maxLength)).toEqual([1])
  const shortest = sent(scenario, 'Every member at its least')
  for (const [member, { minLength = 0 }] of texts)
    if (!REQUIRED.includes(member)) expect(String(shortest[member]).length, member).toBe(minLength)
})

test('the issuer’s full page has as many customers as the contract gives where nothing is said', () => {
  const { operations } = read('issuer-address')
  const list = operations.find(({ operationId }: { operationId: string }) => operationId === 'listCustomers')
  const { default: size } = list.query.find(({ name }: Query) => name === 'offset')
  const pages = scenario.walkthrough.flatMap((step) =>
    'request' in step && /^\/api.*\/customers(\?|$)/.test(step.request.path) && step.request.method === 'GET'
      ? [(step.expect.body as { data: unknown[] }).data.length]
      : [],
  )
  expect(pages).toEqual(expect.arrayContaining([0, 1, size]))
})

test('the alphabets are there, on both platforms', () => {
  const names = ['first-vision.customers', 'issuer.customers'].map((type) => JSON.stringify(scenario.records[type]))
  for (const script of [/\p{Script=Han}/u, /\p{Script=Arabic}/u, /[\u{20000}-\u{2ffff}]/u, /Å/, /'/, /’/])
    for (const text of names) expect(script.test(text), String(script)).toBe(true)
})
