import { describe, expect, test } from 'vitest'
import { othersFound, sandbox } from '../harness.ts'

const MANY = 100_000
const list = (item: string, count = MANY) => `[${Array(count).fill(item).join(',')}]`
const nested = (inner = '') => '['.repeat(MANY) + inner + ']'.repeat(MANY)

const BODIES = {
  'First Vision': ['POST', '/customer/l8v2'],
  'the issuer': ['POST', '/api/v2/issuers/1234/customers'],
  'the control plane': ['PUT', '/_sandbox/clock'],
} as const

const { call } = await sandbox()

describe.each(Object.entries(BODIES))('%s', (_face, [method, path]) => {
  test.each([
    ['a list of lists without end', nested()],
    ['the same with a number that needs care', nested('1234567890123456789')],
    ['a list of empty items', list('{}')],
    ['a list of numbers', list('1', 500_000)],
    ['a hundred thousand unknown members', `{${Array.from({ length: 70_000 }, (_, i) => `"x${i}":0`).join(',')}}`],
    ['more than a megabyte', `{"a":"${'x'.repeat(1024 * 1024)}"}`],
  ])('refuses %s in few words', async (_what, body) => {
    const answer = await call(method, path, body)
    expect([400, 413, 422]).toContain(answer.status)
    expect(answer.text.length).toBeLessThan(20_000)
  })
})

test('lists where none is meant are not looked into: what is unknown is ignored, what is known is refused', async () => {
  const body = (member: string) =>
    `{"organizationNumber":998,"customerNumber":"0009980011000000001","${member}":${nested()},"x":${list('{"y":[1]}', 30_000)}}`
  const ignored = await call('POST', '/customer/accountNumber', body('z'))
  expect([ignored.status, othersFound(ignored.headers)]).toEqual([200, '2'])
  const refused = await call('POST', '/customer/accountNumber', body('startToken'))
  expect(refused.body.errors).toEqual([
    { code: 'SANDBOX-400', description: 'body.startToken: Invalid input: expected object, received array' },
  ])
})

const customer = (addresses: string) => `{"firstName":"A","lastName":"B","addresses":${addresses}}`
const create = (body: string) => call('POST', '/api/v2/issuers/1234/customers', body)

test('a list that is meant may have a thousand items', async () => {
  const answer = await create(customer(list('{}')))
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('body.addresses: has more than 1000 items')
  const inLists = `{"addressUsages":${list('{}', 500)}}`
  expect((await create(customer(list(inLists, 3)))).text).toContain(
    'body.addresses.1.addressUsages: has more than 1000 items',
  )
  const free = `{"firstName":"A","lastName":"B","addresses":[],"specificFields":{${Array.from({ length: 1001 }, (_, i) => `"${i}":1`)}}}`
  expect((await create(free)).text).toContain('body.specificFields: has more than 1000 items')
})

test('of what does not fit the first twenty are told, and how many more there are', async () => {
  const answer = await create(customer(list('{}', 900)))
  expect(answer.status).toBe(400)
  const { statusMessage } = answer.body.responseMetadata
  expect(statusMessage.match(/body\.addresses\.\d+\./g)).toHaveLength(20)
  expect(statusMessage).toMatch(/; body: and 1780 more$/)
})

test('a list of texts is as long as any other', async () => {
  const query = Array.from({ length: 30_000 }, (_, i) => `filter=x${i}`).join('&')
  const answer = await call('GET', `/api/v2/issuers/1234/customers?${query}`)
  expect(answer.status).toBe(200)
})
