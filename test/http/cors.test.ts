import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const SIMULATED = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const PATHS = [SIMULATED, `/w/ci${SIMULATED}`, '/customer/l8v2', '/_sandbox/info', '/openapi/control.json', '/nowhere']
const APP = 'http://localhost:5173'
const PREFLIGHT = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,apikey' }

test.each(PATHS)('%s is closed to pages of other origins unless they are named', async (path) => {
  const { call } = await sandbox()
  const preflight = await call('OPTIONS', path, undefined, { origin: APP, ...PREFLIGHT })
  expect(preflight.status).toBeGreaterThanOrEqual(400)
  for (const answer of [preflight, await call('GET', path, undefined, { origin: APP })])
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

test.each(PATHS)('%s is open to an origin that is named, preflight included', async (path) => {
  const { call } = await sandbox({ cors: [APP] })
  const preflight = await call('OPTIONS', path, undefined, { origin: APP, ...PREFLIGHT })
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': APP,
    'access-control-allow-headers': 'content-type,apikey',
    'access-control-allow-methods': expect.stringContaining('PATCH'),
  })
  const page = { origin: APP, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }
  const answer = await call('GET', path, undefined, page)
  expect(answer.status).not.toBe(403)
  expect(answer.headers.get('access-control-allow-origin')).toBe(APP)
  expect(answer.headers.get('access-control-expose-headers')).toBe('*')
  expect(answer.headers.get('vary')).toMatch(/origin/i)
  const other = await call('GET', path, undefined, { ...page, origin: 'http://localhost:5174' })
  expect(other.headers.get('access-control-allow-origin')).toBe(null)
})

test('with * every page may call', async () => {
  const { call } = await sandbox({ cors: ['*'] })
  const answer = await call('POST', '/_sandbox/reset', undefined, { origin: APP, 'sec-fetch-site': 'cross-site' })
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
})

test('OPTIONS that asks for nothing is a method like others', async () => {
  const { call } = await sandbox({ cors: [APP] })
  const answer = await call('OPTIONS', SIMULATED, undefined, { origin: APP })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST'])
})
