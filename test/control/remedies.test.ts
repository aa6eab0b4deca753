import { expect, test } from 'vitest'
import { withValue } from '../../src/control/remedies/parts.ts'
import type { RemedyStep } from '../../src/control/remedies/remedy.ts'
import { partsOf, requestOf, type SentParts } from '../../src/http/document/sent.ts'
import type { Operation } from '../../src/http/operation.ts'
import type { Example } from '../../src/kernel/problem.ts'
import { type Answered, sandbox, sandboxAndInsides } from '../harness.ts'

type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>

/** Sends the request again as the steps say: calls first, then with its members changed. */
async function followed(
  call: Call,
  { example, operation, steps }: { example: Example; operation: Operation; steps: RemedyStep[] },
) {
  let sent = partsOf(example, operation) as SentParts
  for (const { call: first, path, from, value } of steps) {
    if (first) expect((await call(first.method, `/w/w${first.path}`)).status).toBe(200)
    if (from) sent = withValue(sent, from.split('.'), undefined)
    if (path) sent = withValue(sent, path.split('.'), value)
  }
  const { path, init } = requestOf(operation, sent)
  return call(init.method, `/w/w${path}`, init.body, init.headers as Record<string, string>)
}

test('what an explanation says would make a refused request succeed does so, for most codes of both platforms', async () => {
  const { call, faces } = await sandboxAndInsides()
  const operations = faces.flatMap((face) => face.operations)
  const problems = new Set(operations.flatMap((operation) => operation.problems ?? []))
  const reached = [...problems].flatMap(({ code, example, trigger }) =>
    example && trigger.kind === 'request' ? [{ code, example }] : [],
  )
  const tried = reached.filter((_, index) => index % 3 === 0)
  expect(tried.length).toBeGreaterThan(100)
  const none: string[] = []
  for (const { code, example } of tried) {
    await call('PUT', '/_sandbox/workspaces/w', { scenario: example.scenario })
    await call(example.method, `/w/w${example.path}`, example.body, example.headers)
    const explanation = (await call('GET', '/w/w/_sandbox/requests/1/explain')).body
    const operation = operations.find(({ id }) => id === explanation.operation) as Operation
    const steps: RemedyStep[] | undefined = explanation.wouldSucceed
    if (!steps) none.push(code)
    else {
      const answer = await followed(call, { example, operation, steps })
      expect(answer.status, `${code} ${JSON.stringify(steps)} ${answer.text}`).toBe(200)
    }
  }
  expect(none.length, none.join(', ')).toBeLessThan(tried.length / 5)
}, 60_000)

/** What an explanation says of a request, in words. */
async function said(scenario: string, method: string, path: string, body?: unknown): Promise<string[] | undefined> {
  const { call } = await sandbox({ scenario })
  const refused = await call(method, path, body)
  expect(refused.status).toBeGreaterThanOrEqual(400)
  const before = (await call('GET', '/_sandbox/info')).body.workspace.digest
  const { wouldSucceed } = (await call('GET', refused.headers.get('x-sandbox-explain') as string)).body
  expect((await call('GET', '/_sandbox/info')).body.workspace.digest).toEqual(before)
  return wouldSucceed?.map(({ say }: RemedyStep) => say)
}

const CUSTOMERS = '/api/v2/issuers/1234/customers'
const MEHMET = `${CUSTOMERS}/CUS10000400004/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430042`
const LENA = `${CUSTOMERS}/CUS10000400001/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000430012`

test('of a state it says which call changes it', async () => {
  const usage = { addressUsageName: 'CARD_DELIVERY', serviceCode: 'CARD_SERVICE' }
  expect(await said('quickstart', 'POST', `${MEHMET}/address-usages`, usage)).toEqual([
    `first call POST ${MEHMET}/activate`,
  ])
  const [first] = (await said('quickstart', 'POST', `${LENA}/deactivate`)) ?? []
  expect(first).toMatch(`first call DELETE ${LENA}/address-usages?`)
})

test('of what is not on file it names what is, and of a member in a wrong place where it belongs', async () => {
  expect(await said('quickstart', 'GET', `${CUSTOMERS}/CUS10000375061`)).toEqual([
    'send params.customerReference as "CUS10000375016"',
  ])
  const customerNumber = '0009980011000000001'
  const misplaced = '/customer/v1/cards?hasOtherCardHolder=true&pageNumber=1&organizationNumber=998'
  expect(await said('quickstart', 'GET', `${misplaced}&customerNumber=${customerNumber}`)).toEqual([
    'send query.customerNumber as headers.customerNumber',
    'send query.organizationNumber as headers.organizationNumber',
  ])
})

test('what nothing makes succeed has no suggestion', async () => {
  const main = `${CUSTOMERS}/CUS10000375016/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`
  expect(await said('quickstart', 'POST', `${main}/deactivate`)).toBeUndefined()
})
