import { expect, test } from 'vitest'
import { sandbox, sandboxAndInsides } from '../../harness.ts'
import { ADDRESSES, MAIN, second } from './henri.ts'

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** A strict sandbox, and the header of its client's token. */
async function strict(options = {}) {
  const made = await sandbox({ scenario: 'strict-auth', ...options })
  const ask = (id: string) =>
    made.call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', {
      ...FORM,
      authorization: basic(id, 'demo-secret'),
    })
  const { body } = await ask('demo-issuer')
  return { ...made, ask, token: { authorization: `Bearer ${body.access_token}` } }
}

const { faces } = await sandboxAndInsides()
const problems = faces.find(({ name }) => name === 'issuer')?.authentication?.problems ?? []

test('there is a rule for each thing that a caller must show', () => {
  expect(problems.length).toBe(5)
})

test.each([...problems])('where it is relaxed, the example of $code is let pass with a finding', async (problem) => {
  const example = problem.example ?? expect.fail()
  const { call } = await sandbox({ scenario: example.scenario, clock: undefined, auth: 'relaxed' })
  const { headers } = await call(example.method, example.path, example.body, example.headers)
  expect(headers.get('x-sandbox-rule')).not.toBe(problem.code)
  const { body } = await call('GET', headers.get('x-sandbox-explain') as string)
  expect(body.findings).toEqual([problem.finding])
  expect(body.checks[problems.indexOf(problem)]).toMatchObject({ code: problem.code, outcome: 'tolerated' })
})

test('a token lets its client in for an hour, and to the issuers that it may speak for', async () => {
  const { call, token } = await strict()
  const answer = await call('GET', ADDRESSES, undefined, token)
  expect([answer.status, answer.headers.get('x-sandbox-findings')]).toEqual([200, null])
  const other = await call('GET', '/api/v2/issuers/5678/customers', undefined, token)
  expect([other.status, other.headers.get('x-sandbox-rule')]).toEqual([403, 'issuer-not-permitted'])
  expect(other.body.responseMetadata.statusMessage).toMatch(/^Forbidden: /)
  await call('POST', '/_sandbox/clock/advance', { by: 'PT59M59S' })
  expect((await call('GET', ADDRESSES, undefined, token)).status).toBe(200)
  await call('POST', '/_sandbox/clock/advance', { by: 'PT1S' })
  const late = await call('GET', `/card-issuing${ADDRESSES}`, undefined, token)
  expect([late.status, late.headers.get('x-sandbox-rule')]).toEqual([401, 'token-expired'])
})

test('who may not ask changes nothing, is no retry, and is a step that is explained', async () => {
  const { call, token, workspaces } = await strict()
  const retried = { 'wl-correlation-id': 'once' }
  const created = await call('POST', ADDRESSES, second('Kiel'), { ...token, ...retried })
  const before = workspaces.get('default')?.digest()
  const refused = await call('POST', ADDRESSES, second('Kiel'), retried)
  expect([refused.status, refused.headers.get('x-sandbox-replayed')]).toEqual([401, null])
  expect((await call('POST', `${MAIN}/deactivate`, '{', {})).headers.get('x-sandbox-rule')).toBe('token-missing')
  expect((await call('GET', `${ADDRESSES}?embed=nothing`)).headers.get('x-sandbox-rule')).toBe('token-missing')
  expect(workspaces.get('default')?.digest()).toBe(before)
  expect((await call('POST', ADDRESSES, second('Kiel'), { ...token, ...retried })).text).toBe(created.text)
  const { body } = await call('GET', refused.headers.get('x-sandbox-explain') as string)
  expect(body).toMatchObject({ rule: 'token-missing', basis: 'inferred' })
  expect(body.checks).toMatchObject([{ code: 'token-missing', outcome: 'refused' }])
  expect(body.checks[0].remedy).toContain('POST /oauth/accesstoken')
})

test('only a client that the scenario lists is given a token', async () => {
  const { ask, call } = await strict()
  const { status, headers, body } = await ask('somebody')
  expect([status, headers.get('x-sandbox-rule'), body.error]).toEqual([401, 'client-unknown', 'invalid_client'])
  const nobody = await call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', FORM)
  expect([nobody.status, nobody.headers.get('x-sandbox-rule')]).toEqual([401, 'client-unknown'])
})

test('any scenario is strict where a start, a load or a new workspace says so, and says it', async () => {
  const { call } = await sandbox({ auth: 'strict' })
  const status = async (prefix = '') => (await call('GET', `${prefix}${ADDRESSES}`)).status
  expect([await status(), await status('/w/first-use')]).toEqual([401, 401])
  expect((await call('GET', '/_sandbox/info')).body.workspace.auth).toBe('strict')
  expect((await call('POST', '/_sandbox/reset')).body.auth).toBe('strict')
  expect((await call('POST', '/_sandbox/scenarios/quickstart/load')).body.auth).toBe('relaxed')
  expect(await status()).toBe(200)
  await call('PUT', '/_sandbox/workspaces/ci', { scenario: 'quickstart', auth: 'strict' })
  expect(await status('/w/ci')).toBe(401)
  await call('PUT', '/_sandbox/workspaces/ci', { scenario: 'strict-auth', auth: 'relaxed' })
  expect(await status('/w/ci')).toBe(200)
})

test('what was ignored is told before missing credentials, whatever was found first', async () => {
  const { call } = await sandbox()
  const { headers } = await call('POST', ADDRESSES, second('Kiel', { colour: 'red' }))
  expect(headers.get('x-sandbox-findings')).toBe('2')
  expect(headers.get('x-sandbox-finding')).toContain("'colour'")
  const alone = await call('GET', ADDRESSES)
  expect(alone.headers.get('x-sandbox-finding')).toMatch(/^no bearer token; .*POST \/oauth\/accesstoken/)
})
