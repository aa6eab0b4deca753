import { expect, test } from 'vitest'
import { answerTo, connection, served } from './served.ts'

const LIVE = '/_sandbox/health/live'
const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const MAIN = 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761'
const MEGABYTE = 'x'.repeat(1024 * 1024)
const CHUNK = `${MEGABYTE.length.toString(16)}\r\n${MEGABYTE}\r\n`

const chunked = (method: string, path: string) =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`

test.each([
  ['too large', 'POST', ADDRESSES, 413],
  ['for a path that is not there', 'POST', '/nowhere', 404],
  ['for a method that is not offered', 'PUT', ADDRESSES, 405],
  ['for an operation that takes none', 'POST', `${ADDRESSES}/${MAIN}/deactivate`, 400],
  ['too large for the control plane', 'PUT', '/_sandbox/clock', 413],
])(
  'a body %s is read away, and the next request on the connection is answered',
  async (_what, method, path, status) => {
    const { port, failures } = await served()
    const { write, until } = await connection(port)
    await write(`${chunked(method, path)}${CHUNK}${CHUNK}0\r\n\r\nGET ${LIVE} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    const text = await until(/\{"status":"ok"\}/)
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(text).toMatch(/connection: keep-alive/i)
    expect(failures).toEqual([])
  },
)

test('an answer to a body that does not end closes the connection and says so', async () => {
  const { port } = await served()
  const { write, closed, told } = await connection(port)
  await write(`${chunked('POST', ADDRESSES)}${CHUNK}${CHUNK}`)
  await closed
  expect(told.text).toMatch(/^HTTP\/1.1 413 /)
  expect(told.text).toMatch(/connection: close/i)
})

test('twenty megabytes are refused in an answer that the sender sees', async () => {
  const { url } = await served()
  for (const path of ['/_sandbox/clock', '/_sandbox/reset', ADDRESSES]) {
    const body = JSON.stringify('x'.repeat(20_000_000))
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(url + path, { method: path.endsWith('clock') ? 'PUT' : 'POST', headers, body })
    expect(answer.status).toBe(413)
    expect((await answer.text()).length).toBeLessThan(1000)
  }
})

test('a client that leaves in mid-upload is one line of the log, and no failure of ours', async () => {
  const { port, logged, failures } = await served()
  for (const head of [
    chunked('POST', ADDRESSES),
    `POST ${ADDRESSES} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n`,
    `PUT /_sandbox/clock HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n`,
    `POST /oauth/accesstoken HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n`,
  ]) {
    logged.length = 0
    const { write, socket } = await connection(port)
    await write(`${head}5\r\n{"a":`)
    socket.resetAndDestroy()
    await expect.poll(() => logged).toHaveLength(1)
    expect(logged[0]).toMatchObject({ status: 400, path: head.split(' ')[1] })
  }
  expect(failures).toEqual([])
})

test('a body that is no chunks is refused, in one line of the log', async () => {
  const { port, logged, failures } = await served()
  const answer = await answerTo(port, `${chunked('POST', ADDRESSES)}nonsense`)
  expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/)
  await expect.poll(() => logged).toHaveLength(1)
  expect(logged[0]).toMatchObject({ method: 'POST', path: ADDRESSES, status: 400 })
  expect(failures).toEqual([])
})

test('HTTP/1.0 is served, with and without a host', async () => {
  const { port } = await served()
  for (const host of ['', 'Host: localhost\r\n'])
    for (const path of [LIVE, '/_sandbox/info', ADDRESSES])
      expect(await answerTo(port, `GET ${path} HTTP/1.0\r\n${host}\r\n`)).toMatch(/^HTTP\/1.1 200 OK\r\n/)
})

test.each([
  ['no host', `GET ${LIVE} HTTP/1.1\r\n\r\n`, 400, 'Host is missing'],
  ['two hosts', `GET ${LIVE} HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`, 400, 'Host is given 2 times'],
  ['two equal hosts', `GET ${LIVE} HTTP/1.0\r\nHost: a\r\nhost: a\r\n\r\n`, 400, 'Host is given 2 times'],
  ['an empty host', `GET ${LIVE} HTTP/1.1\r\nHost:\r\n\r\n`, 400, 'no host'],
  ['a host that is none', `GET ${LIVE} HTTP/1.1\r\nHost: a/b\r\n\r\n`, 400, 'no host'],
  ['a port that is none', `GET ${LIVE} HTTP/1.1\r\nHost: a:99999\r\n\r\n`, 400, 'no host'],
  ['a name and a password', `GET ${LIVE} HTTP/1.1\r\nHost: a:b@c\r\n\r\n`, 400, 'no host'],
  ['a target that is no path', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'neither a path'],
  ['a backslash in the path', 'GET /a\\b HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'neither a path'],
  ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n', 501, 'no proxy'],
  ['an expectation', `GET ${LIVE} HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n`, 417, "'tea'"],
  ['a header that does not end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${MEGABYTE.slice(0, 20_000)}\r\n\r\n`, 431, 'larger'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400, 'no HTTP'],
  [
    'a length and chunks',
    `${chunked('POST', '/').replace('Host', 'Content-Length: 3\r\nHost')}0\r\n\r\n`,
    400,
    'no HTTP',
  ],
  ['a method in small letters', `post /_sandbox/reset HTTP/1.1\r\nHost: a\r\n\r\n`, 400, 'no HTTP'],
  ['a method that no client may send', 'TRACK / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'no HTTP'],
  ['what is no HTTP', '\x16\x03\x01\x02hello\r\n\r\n', 400, 'no HTTP'],
])('%s is refused with problem details, and is one line of the log', async (_what, text, status, detail) => {
  const { port, logged } = await served()
  const [head = '', body = ''] = (await answerTo(port, text)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`))
  expect(head).toMatch(/content-type: application\/problem\+json/i)
  expect(head).toMatch(/connection: close/i)
  expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status, detail: expect.stringContaining(detail) })
  expect(logged).toEqual([expect.objectContaining({ status })])
})

test('a connection is kept longer than clients keep theirs', async () => {
  const { server, url } = await served()
  expect(server.keepAliveTimeout).toBeGreaterThanOrEqual(65_000)
  const answer = await fetch(url + LIVE)
  expect(Number(/timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThanOrEqual(65)
})

test('a method that no parser knows is one that is not offered', async () => {
  const { port, logged } = await served()
  const answer = await answerTo(port, `FOO ${ADDRESSES}?a=b HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1.1 405 Method Not Allowed\r\n/)
  expect(answer).toMatch(/\r\nallow: GET, POST\r\n/i)
  expect(logged).toEqual([expect.objectContaining({ method: 'FOO', path: ADDRESSES, status: 405 })])
})

test('a query of many names is read as fast as it comes', async () => {
  const { call } = await served()
  const query = Array.from({ length: 30_000 }, (_, i) => `n${i}=`).join('&')
  const answer = await call('GET', `${ADDRESSES}?${query}&n0=again`)
  expect([answer.status, answer.headers.get('x-sandbox-findings')]).toEqual([200, '51'])
})

test('a method that no parser knows is heeded by the headers beside it, as any other', async () => {
  const { port, logged } = await served()
  const named = 'X-Sandbox-Workspace: ci-7\r\nwl-correlation-id: mine\r\nno field\r\n: none\r\n'
  const answer = await answerTo(port, `FOO ${ADDRESSES} HTTP/1.1\r\nHost: localhost\r\n${named}\r\n`)
  expect(answer).toMatch(/\r\nx-sandbox-workspace: ci-7\r\n/i)
  expect(answer).toContain('"correlationId":"mine"')
  const foreign = await answerTo(port, 'FOO /_sandbox/reset HTTP/1.1\r\nHost: evil.example\r\n\r\n')
  expect(foreign).toMatch(/^HTTP\/1.1 403 Forbidden\r\n/)
  const noText = await answerTo(port, 'FOO /caf\xe9 HTTP/1.1\r\nHost: localhost\r\n\r\n')
  expect(noText).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/)
  expect(logged.map(({ status }) => status)).toEqual([405, 403, 400])
})
