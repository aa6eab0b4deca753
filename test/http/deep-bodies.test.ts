import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'

const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

/** Bodies around something that is nested: at the top, where a text is wanted, and under a name that nobody knows. */
const BODIES = [
  ['/customer/l8v2', (deep: string) => deep],
  ['/customer/l8v2', (deep: string) => `{"customerData":{"ownerCoOwnerData":{"ownerData":{"nameLine1":${deep}}}}}`],
  [`${CUSTOMER}/addresses`, (deep: string) => `{"addressLabel":"HEAD_OFFICE","addressType":${deep}}`],
  [`${CUSTOMER}/addresses`, (deep: string) => `{"addressLabel":"HEAD_OFFICE","other":${deep}}`],
] as const

/** All that tells of a step. */
const TOLD = (id: string) => [`requests/${id}`, `requests/${id}/explain`, 'requests', 'requests.har', 'case']

test.each([
  ['lists', lists],
  ['objects', objects],
])('%s may be nested however deep: what came of it is told like all else', async (_, deep) => {
  const { call } = await sandbox()
  for (const [path, around] of BODIES)
    for (const depth of [90, 110, 8000, 100_000]) {
      const body = around(deep(depth))
      const { status, headers } = await call('POST', path, body)
      expect([400, 422], `${path} ${depth}`).toContain(status)
      for (const told of TOLD(headers.get('x-sandbox-request') as string))
        expect((await call('GET', `/_sandbox/${told}`)).status, `${told} after ${path} ${depth}`).toBe(200)
    }
  const saved = await call('POST', '/_sandbox/scenarios', { name: 'deep', title: 'Deep', walkthrough: true })
  expect(saved.status, saved.text.slice(0, 200)).toBeLessThan(500)
})
