import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function guarded(tokens: { adminToken?: string; readToken?: string }) {
  const { call } = await sandbox(tokens)
  return async (method: string, path: string, headers: Record<string, string> = {}) =>
    (await call(method, path, undefined, headers)).status
}

test('where there is a token the control plane demands it, in every world, and health asks for none', async () => {
  const status = await guarded({ adminToken: 'rule-1' })
  for (const path of ['/_sandbox/info', '/w/ci-1/_sandbox/digest', '/_sandbox/nowhere']) {
    const there = path.endsWith('nowhere') ? 404 : 200
    expect(await status('GET', path), path).toBe(401)
    for (const wrong of ['rule-2', 'rule-1x', 'rule-', 'RULE-1'])
      expect(await status('GET', path, bearer(wrong))).toBe(401)
    expect(await status('GET', path, { authorization: 'Basic cnVsZS0x' })).toBe(401)
    expect(await status('GET', path, bearer('rule-1')), path).toBe(there)
  }
  expect(await status('POST', '/_sandbox/reset', bearer('rule-1'))).toBe(200)
  expect(await status('POST', '/_sandbox/reset')).toBe(401)
  for (const path of ['/_sandbox/health/live', '/', '/openapi/control.json'])
    expect(await status('GET', path)).toBe(200)
})

test('a token that may only read changes nothing', async () => {
  const status = await guarded({ adminToken: 'rule', readToken: 'look' })
  expect(await status('GET', '/_sandbox/info', bearer('look'))).toBe(200)
  for (const [method, path] of [
    ['POST', '/_sandbox/reset'],
    ['PUT', '/_sandbox/workspaces/ci-1'],
    ['DELETE', '/_sandbox/workspaces/ci-1'],
  ] as const)
    expect(await status(method, path, bearer('look')), path).toBe(403)
  expect(await status('PUT', '/_sandbox/workspaces/ci-1', bearer('rule'))).toBe(200)
})

test('a refusal for want of a token says how to show one, and the simulated APIs ask for none', async () => {
  const { call } = await sandbox({ adminToken: 'rule' })
  const refused = await call('GET', '/_sandbox/info')
  expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="sandbox"')
  expect(refused.body).toMatchObject({ status: 401, title: 'Unauthorized' })
  expect((await call('GET', '/api/v2/issuers/1234/customers/CUS10000375016/addresses')).status).toBe(200)
})
