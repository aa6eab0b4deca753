import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Problem } from '../../../src/kernel/problem.ts'
import { sandbox, sandboxAndInsides } from '../../harness.ts'

const RELATIONSHIPS = '/customer/0009980011000000004/relationship?organizationNumber=998'
const KEY = 'demo-first-vision'
const SECRET = 'demo-secret'
const basic = (secret: string) => `Basic ${Buffer.from(`${KEY}:${secret}`).toString('base64')}`

/** A strict sandbox, and what a client of it sends. */
async function strict(options = {}) {
  const made = await sandbox({ scenario: 'strict-auth', ...options })
  const form = { apikey: KEY, authorization: basic(SECRET), 'content-type': 'application/x-www-form-urlencoded' }
  const given = await made.call('POST', '/token', 'grant_type=client_credentials', form)
  const credentials = { apikey: KEY, 'x-clientid': '970', authorization: `Bearer ${given.body.access_token}` }
  /** Status and rule of an answer, and what its explanation says of the checks. */
  const judged = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await made.call(method, path, body, headers)
    const explained = await made.call('GET', `/_sandbox/requests/${answer.headers.get('x-sandbox-request')}/explain`)
    const finding = answer.headers.get('x-sandbox-finding')
    return { status: answer.status, rule: answer.headers.get('x-sandbox-rule'), body: answer.body, finding, explained }
  }
  return { ...made, credentials, judged }
}

/** The headers of a signed request, as the platform's clients make them. */
function signed(body: string, timestamp: string, secret = SECRET) {
  const id = 'r-1'
  const signature = createHmac('sha256', secret).update(`${KEY}${id}${timestamp}${body}`).digest('base64')
  return { 'x-client-request-id': id, timestamp, signature }
}

const { faces } = await sandboxAndInsides()
const problems = faces.find(({ name }) => name === 'first-vision')?.authentication?.problems ?? []

test('there is a rule for each thing that a caller must show', () => {
  expect(problems.length).toBe(11)
})

test.each([...problems])(
  'the example of $code is refused by it in the words of the gateway',
  async (problem: Problem) => {
    const example = problem.example ?? expect.fail()
    const { call } = await sandbox({ scenario: example.scenario, clock: undefined })
    const { status, headers, body } = await call(example.method, example.path, example.body, example.headers)
    expect([status, headers.get('x-sandbox-rule')]).toEqual([401, problem.code])
    expect(body).toEqual({
      hasError: true,
      errors: [{ code: 'SANDBOX-401', description: problem.message }],
      data: null,
    })
  },
)

test.each([...problems])('where it is relaxed, the example of $code is let pass with a finding', async (problem) => {
  const example = problem.example ?? expect.fail()
  const { call } = await sandbox({ scenario: example.scenario, clock: undefined, auth: 'relaxed' })
  const { status, headers } = await call(example.method, example.path, example.body, example.headers)
  expect([status, headers.get('x-sandbox-rule'), headers.get('x-sandbox-findings')]).toEqual([200, null, '1'])
  const { body } = await call('GET', headers.get('x-sandbox-explain') as string)
  expect(body.findings).toEqual([problem.finding])
  expect(body.checks).toContainEqual(
    expect.objectContaining({ code: problem.code, outcome: 'tolerated', remedy: problem.remedy }),
  )
})

test('key, client id and a token of that key let a caller in, until the token is 900 seconds old', async () => {
  const { call, credentials, judged } = await strict()
  const good = await judged('GET', RELATIONSHIPS, undefined, credentials)
  expect([good.status, good.finding]).toEqual([200, null])
  expect(good.explained.body.checks.map(({ outcome }: { outcome: string }) => outcome)).not.toContain('refused')
  await call('POST', '/_sandbox/clock/advance', { by: 'PT14M59S' })
  expect((await judged('GET', RELATIONSHIPS, undefined, credentials)).status).toBe(200)
  await call('POST', '/_sandbox/clock/advance', { by: 'PT1S' })
  const late = await judged('GET', RELATIONSHIPS, undefined, credentials)
  expect([late.status, late.rule]).toEqual([401, 'token-expired'])
  expect(late.explained.body.checks.at(-1).remedy).toContain('POST /token')
  await call('POST', '/_sandbox/reset')
  expect((await judged('GET', RELATIONSHIPS, undefined, credentials)).rule).toBe('token-unknown')
})

test('a client id is the key’s with zeros before it and without', async () => {
  const { call } = await sandbox({ scenario: 'expired-token', clock: undefined })
  const ask = async (id: string) =>
    (await call('GET', RELATIONSHIPS, undefined, { apikey: 'demo-branch', 'x-clientid': id })).headers.get(
      'x-sandbox-rule',
    )
  expect([await ask('970'), await ask('00970'), await ask('9700')]).toEqual([
    'token-missing',
    'token-missing',
    'client-id-differs',
  ])
})

test('a signature covers the body, and is good for five minutes on the workspace’s clock, before and after', async () => {
  const { call, credentials, judged } = await strict()
  const now = Date.parse('2026-03-02T09:00:00Z')
  const body = JSON.stringify({ organizationNumber: 998, customerNumber: '0009980011000000004', note: 'señal' })
  const path = '/customer/relationship'
  const send = (headers: object, text = body) => judged('POST', path, text, { ...credentials, ...headers })
  expect((await send(signed(body, String(now)))).status).toBe(200)
  for (const [offset, rule] of [
    [-300_000, null],
    [300_000, null],
    [-300_001, 'signature-stale'],
    [300_001, 'signature-stale'],
  ] as const)
    expect((await send(signed(body, String(now + offset)))).rule, String(offset)).toBe(rule)
  expect((await send(signed(body, String(now)), `${body} `)).rule).toBe('signature-wrong')
  expect((await send({ ...signed(body, String(now)), timestamp: 'today' })).rule).toBe('signature-incomplete')
  await call('POST', '/_sandbox/clock/advance', { by: 'PT5M1S' })
  const stale = await send(signed(body, String(now)))
  expect(stale.rule).toBe('signature-stale')
  expect(stale.explained.body.checks.at(-1).expected).toBe(`a Timestamp from ${now + 1000} to ${now + 601_000}`)
  const get = await judged('GET', RELATIONSHIPS, undefined, { ...credentials, ...signed('', String(now + 301_000)) })
  expect(get.status).toBe(200)
})

test('a wrong signature is explained by the text to sign, never by the secret or the right signature', async () => {
  const { credentials, judged } = await strict()
  const timestamp = String(Date.parse('2026-03-02T09:00:00Z'))
  const body = '{"organizationNumber":998}'
  const right = signed(body, timestamp)
  const wrong = signed(body, timestamp, 'another')
  const { rule, explained } = await judged('POST', '/customer/relationship', body, { ...credentials, ...wrong })
  expect(rule).toBe('signature-wrong')
  expect(explained.body.checks.at(-1)).toMatchObject({
    ...{ code: 'signature-wrong', outcome: 'refused' },
    expected: `${KEY}r-1${timestamp}${body}`,
  })
  expect(explained.text).not.toContain(SECRET)
  expect(explained.text).not.toContain(right.signature)
  expect(explained.text).not.toContain(credentials.authorization.slice('Bearer '.length))
})

test('the text to sign is shown without real cards, and not without end', async () => {
  const { credentials, judged } = await strict()
  const timestamp = String(Date.parse('2026-03-02T09:00:00Z'))
  const body = JSON.stringify({ note: 'card 4539578763621486', filler: 'x'.repeat(5000) })
  const headers = { ...credentials, ...signed(body, timestamp, 'another') }
  const { explained } = await judged('POST', '/customer/relationship', body, headers)
  const { expected } = explained.body.checks.at(-1)
  expect(expected).toContain('453957******1486')
  expect(expected.length).toBeLessThan(4200)
})

test('who may not ask is told that before anything else, and nothing is done', async () => {
  const { call, judged, workspaces } = await strict()
  const before = workspaces.get('default')?.digest()
  for (const [method, path, body, type] of [
    ['POST', '/customer/l8v2', '{', 'application/json'],
    ['POST', '/customer/l8v2', '{}', 'text/plain'],
    ['POST', '/customer/l8v2', 'x'.repeat(1024 * 1024 + 1), 'application/json'],
    ['GET', '/customer/v1/cards?organizationNumber=%FF', undefined, 'application/json'],
  ] as const) {
    const { status, rule, explained } = await judged(method, path, body, { 'content-type': type })
    expect([status, rule], path).toEqual([401, 'api-key-missing'])
    expect(explained.body.checks).toMatchObject([{ code: 'api-key-missing', outcome: 'refused' }])
  }
  expect(workspaces.get('default')?.digest()).toBe(before)
  expect((await call('GET', '/customer/nowhere')).status).toBe(404)
  for (const path of ['/_sandbox/info', '/_sandbox/health/live', '/openapi/first-vision.json', '/'])
    expect((await call('GET', path)).status, path).toBe(200)
})

test('a body that cannot be read leaves its signature unjudged', async () => {
  const { credentials, judged } = await strict()
  const headers = { ...credentials, ...signed('{}', '1'), 'content-type': 'text/plain' }
  expect((await judged('POST', '/customer/l8v2', '{}', headers)).status).toBe(415)
})

test('only a client that the scenario lists is given a token', async () => {
  const { call } = await strict()
  const headers = { apikey: 'nobody', 'content-type': 'application/x-www-form-urlencoded' }
  const { status, body } = await call('POST', '/token', 'grant_type=client_credentials', headers)
  expect([status, body.error]).toEqual([401, 'invalid_client'])
})
