import { expect, test } from 'vitest'
import { tokens } from '../../../src/apis/issuer/tokens/records.ts'
import { sandbox } from '../../harness.ts'
import { ADDRESSES, second } from './henri.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const GRANT = 'grant_type=client_credentials'

test.each(['/oauth/accesstoken', '/token', '/card-issuing/oauth/accesstoken'])(
  '%s gives the scenario’s client a token, without an envelope',
  async (path) => {
    const { call } = await sandbox()
    const { status, headers, body } = await call('POST', path, GRANT, {
      ...FORM,
      ...basic('demo-issuer', 'demo-secret'),
    })
    expect(status).toBe(200)
    expect(headers.get('x-sandbox-findings')).toBeNull()
    expect(body).toStrictEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{48}$/),
      token_type: 'Bearer',
      expires_in: 3600,
    })
  },
)

test('tokens differ, repeat after a reset, and are part of the state', async () => {
  const { call, workspaces } = await sandbox()
  const workspace = workspaces.get('default')
  const token = async () =>
    (await call('POST', '/oauth/accesstoken', GRANT, { ...FORM, ...basic('demo-issuer', 'demo-secret') })).body
      .access_token
  const before = workspace?.digest()
  const first = await token()
  expect(workspace?.digest()).not.toBe(before)
  expect(await token()).not.toBe(first)
  workspace?.reset()
  expect(await token()).toBe(first)
})

test('a token that has expired goes when another one is given out, and none goes before its time', async () => {
  const { call, workspaces } = await sandbox()
  const workspace = workspaces.get('default') ?? expect.fail()
  const ask = () => call('POST', '/oauth/accesstoken', GRANT, { ...FORM, ...basic('demo-issuer', 'demo-secret') })
  for (let i = 0; i < 3; i++) await ask()
  await call('POST', '/_sandbox/clock/advance', { by: 'PT59M59S' })
  await ask()
  expect(tokens(workspace).size).toBe(4)
  await call('POST', '/_sandbox/clock/advance', { by: 'PT1S' })
  const { body } = await ask()
  expect(tokens(workspace).size).toBe(2)
  expect(tokens(workspace).get(body.access_token)).toBeDefined()
})

test('a wrong secret and another grant are refused as OAuth has it', async () => {
  const { call } = await sandbox()
  const wrong = await call('POST', '/oauth/accesstoken', GRANT, { ...FORM, ...basic('demo-issuer', 'guess') })
  expect(wrong.status).toBe(401)
  expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic /)
  expect(wrong.body).toStrictEqual({ error: 'invalid_client', error_description: expect.any(String) })
  const demo = { ...FORM, ...basic('demo-issuer', 'demo-secret') }
  const grant = await call('POST', '/oauth/accesstoken', 'grant_type=password&username=a', demo)
  expect([grant.status, grant.body.error]).toEqual([400, 'unsupported_grant_type'])
  for (const form of ['', 'grant_type=']) {
    const none = await call('POST', '/oauth/accesstoken', form, demo)
    expect([none.status, none.body.error]).toEqual([400, 'invalid_request'])
  }
  const json = await call(
    'POST',
    '/oauth/accesstoken',
    { grant_type: 'client_credentials' },
    basic('demo-issuer', 'demo-secret'),
  )
  expect([json.status, json.body.error]).toEqual([400, 'invalid_request'])
})

test.each([
  ['unknown-client', basic('somebody', 'x')],
  ['missing-client', {}],
  ['missing-client', { authorization: 'Basic %%%' }],
])('%s is given a token, with a finding', async (kind, headers) => {
  const { call, workspaces } = await sandbox()
  const { status } = await call('POST', '/oauth/accesstoken', GRANT, { ...FORM, ...headers })
  expect(status).toBe(200)
  expect(workspaces.get('default')?.findings).toMatchObject([{ kind }])
})

test('a client that is named after a workspace gets a token that leads there', async () => {
  const { call, workspaces } = await sandbox()
  const asked = await call('POST', '/token', GRANT, { ...FORM, ...basic('sandbox-team-a', 'any') })
  expect(asked.headers.get('x-sandbox-workspace')).toBe('team-a')
  expect(asked.body.access_token).toMatch(/^sandbox-team-a\.[0-9a-f]{48}$/)
  const headers = { authorization: `Bearer ${asked.body.access_token}` }
  const created = await call('POST', ADDRESSES, second('Kiel'), headers)
  expect(created.headers.get('x-sandbox-workspace')).toBe('team-a')
  expect((await call('GET', ADDRESSES, undefined, headers)).body.data).toHaveLength(2)
  expect((await call('GET', ADDRESSES)).body.data).toHaveLength(1)
  expect(workspaces.get('default')?.isUnchanged()).toBe(true)
})

test('the token of any other client leads to no workspace of its own', async () => {
  const { call } = await sandbox()
  const { headers } = await call('GET', ADDRESSES, undefined, { authorization: 'Bearer 0123456789abcdef.sandbox-x.1' })
  expect(headers.get('x-sandbox-workspace')).toBe('default')
})

test('a token endpoint reached with an api key is the other platform’s', async () => {
  const { call } = await sandbox()
  const { headers } = await call('POST', '/token', GRANT, { ...FORM, apikey: 'demo-first-vision' })
  expect(headers.get('x-sandbox-operation')).not.toBe('accessTokenByTokenUrl')
})
