import { expect, test } from 'vitest'
import { accessTokens } from '../../../src/apis/first-vision/records/clients.ts'
import { sandbox } from '../../harness.ts'
import { world } from './world.ts'

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const demo = { ...form, apikey: 'demo-first-vision', authorization: basic('demo-first-vision', 'demo-secret') }
const GRANT = 'grant_type=client_credentials'

test.each(['/token', '/portal/token', '/latam-gfs-apis/portal/token', '/latam-gfs-apis/portal/customers/token'])(
  'a listed client is given a token at %s',
  async (path) => {
    const { call } = world()
    const { status, body, headers } = await call('POST', path, GRANT, demo)
    expect(status).toBe(200)
    expect(body).toEqual({
      token_type: 'BearerToken',
      issued_at: String(Date.parse('2026-03-02T09:00:00Z')),
      client_id: 'demo-first-vision',
      access_token: expect.stringMatching(/^\w{28}$/),
      expires_in: '900',
      status: 'approved',
    })
    expect(headers.get('x-sandbox-findings')).toBeNull()
  },
)

test('every token is another, and the same again after a reset', async () => {
  const { call } = world()
  const token = async () => (await call('POST', '/token', GRANT, demo)).body.access_token
  const [first, second] = [await token(), await token()]
  expect(first).not.toBe(second)
  await call('POST', '/_sandbox/reset')
  expect(await token()).toBe(first)
})

test('a token that has expired goes when another one is given out, and none goes before its time', async () => {
  const { call, workspace } = world()
  for (let i = 0; i < 3; i++) await call('POST', '/token', GRANT, demo)
  await call('POST', '/_sandbox/clock/advance', { by: 'PT14M59S' })
  await call('POST', '/token', GRANT, demo)
  expect(accessTokens(await workspace()).size).toBe(4)
  await call('POST', '/_sandbox/clock/advance', { by: 'PT1S' })
  const { body } = await call('POST', '/token', GRANT, demo)
  expect(accessTokens(await workspace()).size).toBe(2)
  expect(accessTokens(await workspace()).get(body.access_token)).toBeDefined()
})

test('a token is part of the state, until when it is good included', async () => {
  const { call, digest, workspace } = world()
  const before = await digest()
  const { body } = await call('POST', '/token', GRANT, demo)
  expect(await digest()).not.toBe(before)
  const issuedAt = Number(body.issued_at)
  expect(accessTokens(await workspace()).get(body.access_token)).toEqual({
    id: body.access_token,
    apikey: 'demo-first-vision',
    issuedAt,
    expiresAt: issuedAt + 900_000,
  })
})

test.each([
  ['another secret', { authorization: basic('demo-first-vision', 'guess') }],
  ['another user', { authorization: basic('somebody', 'demo-secret') }],
  ['no secret', { authorization: undefined }],
  ['something that is not Basic', { authorization: 'Bearer demo-secret' }],
])('a listed client with %s is refused', async (_what, change) => {
  const { call, digest } = world()
  const before = await digest()
  const headers = Object.fromEntries(Object.entries({ ...demo, ...change }).filter(([, value]) => value !== undefined))
  const answer = await call('POST', '/token', GRANT, headers as Record<string, string>)
  expect(answer.status).toBe(401)
  expect(answer.body).toEqual({ error: 'invalid_client', error_description: expect.any(String) })
  expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/)
  expect(await digest()).toBe(before)
})

test.each(['/latam-gfs-apis/portal/token', '/latam-gfs-apis/portal/customers/token'])(
  'who sends no api key is nobody at %s',
  async (path) => {
    const { call, digest } = world()
    const before = await digest()
    for (const headers of [form, { ...form, authorization: demo.authorization }, { ...form, apikey: ' ' }]) {
      const answer = await call('POST', path, GRANT, headers)
      expect([answer.status, answer.body]).toEqual([
        401,
        { error: 'invalid_client', error_description: expect.any(String) },
      ])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/)
    }
    expect((await call('POST', path)).status).toBe(401)
    expect(await digest()).toBe(before)
    const wrongMethod = await call('GET', path)
    expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'POST'])
  },
)

test('another grant type is refused with 400', async () => {
  const { call } = world()
  for (const body of ['grant_type=password', '', 'scope=all']) {
    const answer = await call('POST', '/token', body, demo)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: 'unsupported_grant_type' })
  }
})

test('an unknown client is let in, with a finding', async () => {
  const { call } = world()
  const answer = await call('POST', '/token', GRANT, { ...form, apikey: 'nobody' })
  expect(answer.status).toBe(200)
  expect(answer.body.client_id).toBe('nobody')
  expect(answer.headers.get('x-sandbox-findings')).toBe('1')
})

test('an api key, or the user of Basic where that is all there is, names the workspace', async () => {
  const { call } = await sandbox()
  const token = await call('POST', '/token', GRANT, { ...form, apikey: 'sandbox-blue' })
  expect(token.headers.get('x-sandbox-workspace')).toBe('blue')
  const bykey = await call('POST', '/customer/generation', {}, { apikey: 'sandbox-blue' })
  expect(bykey.headers.get('x-sandbox-workspace')).toBe('blue')
  const byUser = await call('POST', '/customer/generation', {}, { authorization: basic('sandbox-green', 'x') })
  expect(byUser.headers.get('x-sandbox-workspace')).toBe('green')
  const bearer = await call('POST', '/customer/generation', {}, { authorization: 'Bearer sandbox-green' })
  expect(bearer.headers.get('x-sandbox-workspace')).toBe('default')
})

test('the token paths are this API’s only where an api key is sent, or below its own base', async () => {
  const { call } = await sandbox()
  const withKey = await call('GET', '/token', undefined, { apikey: 'demo-first-vision' })
  expect([withKey.status, withKey.headers.get('allow')]).toEqual([405, 'POST'])
  expect(withKey.body).toMatchObject({ hasError: true, errors: [{ code: 'SANDBOX-405' }] })
  for (const method of ['GET', 'POST']) {
    const elsewhere = await call(
      method,
      '/api/token',
      method === 'GET' ? undefined : GRANT,
      method === 'GET' ? {} : form,
    )
    expect(elsewhere.status).toBe(404)
    expect(elsewhere.body).toMatchObject({ responseMetadata: { statusCode: 404 } })
  }
})
