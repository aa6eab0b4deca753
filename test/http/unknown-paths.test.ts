import { expect, test } from 'vitest'
import type { LogEntry } from '../../src/http/server/log-entry.ts'
import { sandbox } from '../harness.ts'

test('an unknown path is answered in the form of the API whose prefix it has', async () => {
  const { call } = await sandbox()
  const firstVision = await call('GET', '/customer/nowhere/at/all')
  expect(firstVision.status).toBe(404)
  expect(firstVision.body).toMatchObject({ hasError: true, errors: [{ code: 'SANDBOX-404' }], data: null })
  const issuer = await call('GET', '/api/v2/nowhere')
  expect(issuer.status).toBe(404)
  expect(issuer.body).toMatchObject({ responseMetadata: { statusCode: 404 } })
})

test('a path that is no API’s, and a bad workspace name, are answered as problem details', async () => {
  const { call } = await sandbox()
  const unknown = await call('GET', '/nowhere')
  expect(unknown.status).toBe(404)
  expect(unknown.headers.get('content-type')).toBe('application/problem+json')
  const badName = await call('GET', '/w/Not_A_Name/api/v2/issuers/1234/customers/C/addresses')
  expect(badName.status).toBe(400)
  expect(badName.body).toMatchObject({ type: 'about:blank', status: 400 })
  expect((await call('GET', '/w/Not_A_Name/nowhere')).status).toBe(400)
  expect((await call('GET', '/nowhere', undefined, { 'x-sandbox-workspace': 'Not_A_Name' })).status).toBe(400)
})

test.each(['/', '/openapi/control.json'])(
  'a bad workspace name, and an address that is no text, is refused at %s',
  async (path) => {
    const { call } = await sandbox()
    for (const prefix of ['/w/Not_A_Name', '/w/'])
      expect(await call('GET', prefix + path)).toMatchObject({ status: 400, body: { type: 'about:blank' } })
    expect((await call('GET', path, undefined, { 'x-sandbox-workspace': 'Not_A_Name' })).status).toBe(400)
    expect(await call('GET', `${path}?%FF`)).toMatchObject({ status: 400, body: { type: 'about:blank' } })
    expect((await call('GET', `/w/ci${path}`)).status).toBe(200)
  },
)

test('what nobody answers is logged as well', async () => {
  const entries: LogEntry[] = []
  const { call } = await sandbox({ log: (entry) => entries.push(entry) })
  await call('GET', '/nowhere')
  await call('GET', '/w/Not_A_Name/customer')
  expect(entries).toEqual([
    { method: 'GET', path: '/nowhere', status: 404 },
    { method: 'GET', path: '/customer', status: 400 },
  ])
})

test.each([
  ['/customer/l8v2/', '/customer/l8v2'],
  ['/Customer/L8V2', '/customer/l8v2'],
  ['/custmer/l8v2', '/customer/l8v2'],
  ['//customer//l8v2', '/customer/l8v2'],
  ['/w/ci/customer/l8v3', '/w/ci/customer/l8v2'],
  ['/latam-gfs-apis/portal/customer/generaton', '/latam-gfs-apis/portal/customer/generation'],
  ['/api/v2/issuers/1234/customers/CUS1/adresses', '/api/v2/issuers/1234/customers/CUS1/addresses'],
  ['/api/v2/issuers/1234/customers/CUS1/addresses/', '/api/v2/issuers/1234/customers/CUS1/addresses'],
  ['/api/v1/issuers/1234/customers/CUS1/addresses', '/api/v2/issuers/1234/customers/CUS1/addresses'],
  ['/v2/issuers/1234/customers/CUS1/addresses', '/api/v2/issuers/1234/customers/CUS1/addresses'],
  ['/oauth/accestoken', '/oauth/accesstoken'],
  ['/_sandbox/rest', '/_sandbox/reset'],
  ['/_sandbox/scenarios/quickstart/laod', '/_sandbox/scenarios/quickstart/load'],
  ['/sandbox/info', '/_sandbox/info'],
  ['/openapi/control.json/', '/openapi/control.json'],
  ['/w/ci/openapi/first-vison.json', '/w/ci/openapi/first-vision.json'],
])('nothing at %s, and the nearest path is named', async (path, nearest) => {
  const { call } = await sandbox()
  const { status, text } = await call('POST', path, {})
  expect(status).toBe(404)
  expect(text).toMatch(new RegExp(`the nearest path is ${nearest.replaceAll('/', '\\/')}"`))
})

test('where no path is near, the answer says where it is told what there is', async () => {
  const { call } = await sandbox()
  for (const prefix of ['', '/w/ci']) {
    const { body } = await call('GET', `${prefix}/what/ever/that/may/be`)
    expect(body.detail).toBe(`nothing at GET /what/ever/that/may/be; ${prefix}/ tells what there is`)
    const { apis, documents } = (await call('GET', `${prefix}/`)).body
    expect(apis[0].paths).toContain(`${prefix}/customer`)
    expect((await call('GET', documents[0])).status).toBe(200)
  }
  expect((await call('GET', `/${'a/'.repeat(20_000)}`)).status).toBe(404)
})

test('a method that is not offered is 405 with those that are, whichever it is', async () => {
  const { call } = await sandbox()
  const addresses = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
  for (const method of ['PROPFIND', 'QUERY', 'PURGE', 'FOO', 'LOCK', 'SEARCH', 'OPTIONS', 'DELETE'])
    for (const [path, allowed] of [
      [addresses, 'GET, POST'],
      [`/w/ci${addresses}`, 'GET, POST'],
      ['/customer/l8v2', 'POST'],
      ['/_sandbox/info', 'GET'],
      ['/openapi/control.json', 'GET'],
      ['/', 'GET'],
    ]) {
      const answer = await call(method, `${path}`)
      expect([answer.status, answer.headers.get('allow')], `${method} ${path}`).toEqual([405, allowed])
    }
  expect((await call('FOO', '/nowhere')).status).toBe(404)
})
