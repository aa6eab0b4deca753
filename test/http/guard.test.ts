import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

const GUARDED = ['/', '/_sandbox/info', '/openapi/control.json', '/w/ci/_sandbox/info', '/_sandbox/nowhere']
const ORIGIN = 'https://evil.example'
const JSON_BODY = { 'content-type': 'application/json' }
const SIMULATED = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'

test.each(GUARDED)('%s is served by names that no stranger can point here, and by no other', async (path) => {
  const { call } = await sandbox({ allowHost: ['sandbox.example.com'] })
  const answered = async (host: string) => (await call('GET', path, undefined, { host })).status
  const ours = path.endsWith('nowhere') ? 404 : 200
  for (const host of [
    ...[
      'localhost',
      'LOCALHOST:4020',
      '127.0.0.1:4020',
      '10.1.2.3',
      '[::1]:4020',
      '[fe80::1]',
      'sandbox',
      'sandbox:80',
    ],
    ...['api.localhost', 'mine.local:4020', 'host.docker.internal:4020', 'sandbox.example.com:4020'],
  ])
    expect(await answered(host), host).toBe(ours)
  for (const host of [
    ...[
      'evil.example',
      'evil.example:4020',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'evil.example:localhost',
    ],
    ...['evillocal.example', '.local', 'a.sandbox.example.com', '[evil.example]', 'localhost.', '127.1', ''],
  ])
    expect(await answered(host), host).toBe(403)
})

test.each(GUARDED)('%s is not for pages of other origins, whatever they send', async (path) => {
  const { call, workspaces } = await sandbox()
  const ours = path.endsWith('nowhere') ? 404 : 200
  const names = [...workspaces.names]
  for (const headers of [
    { host: 'localhost:4020', origin: ORIGIN },
    { host: 'localhost:4020', origin: 'http://localhost:5173' },
    { host: 'localhost:4020', origin: 'null' },
    { host: 'localhost:4020', origin: '' },
    { host: 'localhost:4020', origin: 'http://localhost:4020.evil.example' },
    { origin: ORIGIN },
    { host: 'localhost:4020', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { host: 'localhost:4020', 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    {
      host: 'localhost:4020',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
    },
  ] as Record<string, string>[]) {
    const answer = await call('GET', path, undefined, headers)
    expect([answer.status, answer.headers.get('content-type')], JSON.stringify(headers)).toEqual([
      403,
      'application/problem+json',
    ])
  }
  expect([...workspaces.names]).toEqual(names)
  for (const headers of [
    { host: 'localhost:4020', origin: 'http://localhost:4020' },
    { host: 'sandbox', origin: 'https://sandbox' },
    { host: 'sandbox:443', origin: 'https://sandbox' },
    { origin: 'http://localhost' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ] as Record<string, string>[])
    expect((await call('GET', path, undefined, headers)).status, JSON.stringify(headers)).toBe(ours)
})

test('a reset by a page of another origin is refused, and changes nothing', async () => {
  const { call } = await sandbox()
  const body = { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } }
  expect((await call('POST', SIMULATED, { ...body, postalAddress: { townName: 'BONN', country: 'DE' } })).status).toBe(
    200,
  )
  const digest = (await call('GET', '/_sandbox/digest')).text
  for (const prefix of ['', '/w/default'])
    expect((await call('POST', `${prefix}/_sandbox/reset`, undefined, { origin: ORIGIN })).status).toBe(403)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])
    expect((await call('POST', '/_sandbox/reset', 'a', { 'content-type': type })).status, type).toBe(415)
  expect((await call('GET', '/_sandbox/digest')).text).toBe(digest)
  expect((await call('POST', '/_sandbox/reset')).status).toBe(200)
})

test('host, origin and media type are judged in this order, and each refusal is one line of the log', async () => {
  const logged: unknown[] = []
  const { call } = await sandbox({ log: (entry) => logged.push(entry) })
  const all = { host: 'evil.example', origin: ORIGIN, 'content-type': 'text/plain' }
  const put = (headers: Record<string, string>) => call('PUT', '/_sandbox/clock', '{"mode":"real"}', headers)
  expect((await put(all)).body.detail).toBe("'evil.example' is no name of this sandbox; it becomes one by --allow-host")
  expect((await put({ ...all, host: 'localhost' })).body.detail).toMatch(
    /^pages of https:\/\/evil\.example may not call/,
  )
  expect(await put({ 'content-type': 'text/plain' })).toMatchObject({ status: 415, body: { status: 415 } })
  expect(logged).toEqual([403, 403, 415].map((status) => ({ method: 'PUT', path: '/_sandbox/clock', status })))
  expect((await put({ 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200)
})

test('health is answered by any name', async () => {
  const { call } = await sandbox()
  for (const path of ['/_sandbox/health/live', '/_sandbox/health/ready', '/w/default/_sandbox/health/live'])
    expect((await call('GET', path, undefined, { host: 'lb.example.com', origin: ORIGIN })).status).toBe(200)
})

test('a simulated API is served by any name, and to no page that a browser brings from another site', async () => {
  const { call, workspaces } = await sandbox()
  expect((await call('GET', SIMULATED, undefined, { host: 'api.example.com' })).status).toBe(200)
  const digest = (await call('GET', '/_sandbox/digest')).text
  const page = {
    origin: ORIGIN,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
    'sec-fetch-dest': 'empty',
  }
  const main = `${SIMULATED}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`
  for (const path of [`${main}/deactivate`, `/w/evil${SIMULATED}`, '/customer/l8v2', '/oauth/accesstoken'])
    expect((await call('POST', path, '{}', { ...page, 'content-type': '' })).status, path).toBe(403)
  expect((await call('GET', `/w/evil${SIMULATED}`, undefined, { ...page, origin: ORIGIN })).status).toBe(403)
  expect((await call('GET', '/_sandbox/digest')).text).toBe(digest)
  expect([...workspaces.names]).not.toContain('evil')
  const proxied = { ...JSON_BODY, origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' }
  expect((await call('GET', SIMULATED, undefined, proxied)).status).toBe(200)
})
