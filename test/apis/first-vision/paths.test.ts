import { expect, test } from 'vitest'
import { contract } from './contract.ts'
import { codes } from './requests.ts'
import { world } from './world.ts'

const documented = contract.operations.filter(({ operationId }) => operationId !== 'Access Token')
const BOARDING = [
  { operationId: 'Account Add', method: 'POST', path: '/account/add-L8V3' },
  { operationId: 'Embosser Add', method: 'POST', path: '/cards/embosser/l8vf' },
]

test.each([...documented, ...BOARDING])(
  '$operationId is at $path, and there below the portal, whichever workspace is named',
  async (operation) => {
    const { call } = world()
    const path = operation.path.replaceAll(/\{\w+\}/g, '0009980011000000004')
    const body = operation.method === 'GET' ? undefined : {}
    const answer = await call(operation.method, path, body)
    expect(answer.headers.get('x-sandbox-operation')).toBe(operation.operationId)
    const below = await call(operation.method, `/latam-gfs-apis/portal${path}`, body)
    expect([below.status, below.body, below.headers.get('x-sandbox-workspace')]).toEqual([
      answer.status,
      answer.body,
      answer.headers.get('x-sandbox-workspace'),
    ])
    const other = await call('PATCH', `/latam-gfs-apis/portal${path}`, {})
    expect([other.status, ...codes(other), other.headers.get('allow')]).toEqual([405, 'SANDBOX-405', operation.method])
  },
)

test('a request id comes back with every answer, and one that is missing is made up, the same after a reset', async () => {
  const { call } = world()
  const id = (answer: { headers: Headers }) => answer.headers.get('x-client-request-id')
  const sent = { 'X-Client-Request-Id': 'REQ-2026-03-02-0001' }
  const path = '/customer/accountNumber'
  for (const [method, at, body] of [
    ['POST', path, { organizationNumber: 998, customerNumber: '0009980011000000001' }],
    ['POST', path, {}],
    ['POST', path, '{'],
    ['DELETE', path],
    ['GET', '/customer/nothing/here'],
  ] as const)
    expect(id(await call(method, at, body, sent)), `${method} ${at}`).toBe('REQ-2026-03-02-0001')
  const none = { 'X-Client-Request-Id': '' }
  const ids = async () => [id(await call('POST', path, {}, none)), id(await call('POST', path, {}, none))]
  await call('POST', '/_sandbox/reset')
  const [first, second] = await ids()
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(second).not.toBe(first)
  await call('POST', '/_sandbox/reset')
  expect(await ids()).toEqual([first, second])
})
