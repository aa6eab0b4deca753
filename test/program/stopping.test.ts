import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canUnshare, contained } from './namespaces.ts'
import { ran, scratch, started } from './running.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } }

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s stops it in order, with what was changed written',
  async (signal) => {
    const cwd = scratch()
    const { call, stop } = await started([], { cwd })
    expect((await call('POST', ADDRESSES, SECOND)).status).toBe(200)
    expect(await stop(signal)).toBe(0)
    expect(readdirSync(join(cwd, 'data'))).toEqual(['default.json'])
  },
)

test('connections on which nothing was ever said, or half a line, do not hold up a stop', async () => {
  const { url, child, exited, output } = await started(['--memory'])
  const { hostname, port } = new URL(url)
  const sockets = ['', 'GET / HT', 'GET /_sandbox/info HTTP/1.1\r\nhost: x\r\n\r\nGET /_san'].map((text) => {
    const socket = connect(Number(port), hostname)
    if (text) socket.write(text)
    return socket.on('error', () => {})
  })
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  await fetch(`${url}/_sandbox/health/ready`)
  const closed = sockets.map((socket) => once(socket.resume(), 'close'))
  // Longer than they may take, and shorter than a request under way may.
  const patience = AbortSignal.timeout(4000)
  child.kill('SIGTERM')
  await Promise.all(closed)
  expect(await exited).toBe(0)
  expect(patience.aborted).toBe(false)
  expect(output.stderr).toBe('')
})

test('a stop that cannot write all of it names what is lost, and has not ended well', async () => {
  const cwd = scratch()
  const { call, stop, output } = await started(['--log', 'silent'], { cwd })
  for (const name of ['a', 'b', 'c']) await call('POST', `/w/${name}${ADDRESSES}`, SECOND)
  await expect.poll(() => readdirSync(join(cwd, 'data')).filter((file) => /^[abc]\.json$/.test(file))).toHaveLength(3)
  rmSync(join(cwd, 'data', 'b.json'))
  mkdirSync(join(cwd, 'data', 'b.json'))
  for (const name of ['a', 'b', 'c']) await call('PUT', `/w/${name}/_sandbox/clock`, { mode: 'frozen' })
  expect(await stop()).toBe(1)
  expect(output.stderr).toMatch(/^error: data\/b\.json is not written: [^\n]+$/m)
  for (const name of ['a', 'c'])
    expect(JSON.parse(readFileSync(join(cwd, 'data', `${name}.json`), 'utf8')).clock.mode).toBe('frozen')
})

test.runIf(canUnshare)('as the first process of a container it obeys a stop from its first moments on', async () => {
  // The signals go out at many moments of the start: before it loads, while it loads, and when it serves.
  await Promise.all(
    Array.from({ length: 6 }, async (_, i) => {
      const cwd = scratch()
      const { exited, output, pid } = contained(['--log', 'silent'], cwd)
      await expect.poll(pid).toBeDefined()
      const process1 = pid() ?? expect.fail()
      const heeds = () => /SigCgt:\s*[0-9a-f]+/.exec(readFileSync(`/proc/${process1}/status`, 'latin1'))?.[0]
      const handled = () => Boolean(Number.parseInt(heeds()?.slice(-4) ?? '0', 16) & (1 << 0))
      // SIGHUP is the one that Node leaves alone, so its handler shows that ours are there.
      await expect.poll(handled).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 60 * i))
      process.kill(process1, 'SIGTERM')
      expect([0, 143]).toContain(await exited)
      expect(output.stderr).toBe('')
      expect(existsSync(join(cwd, 'data', '.lock'))).toBe(false)
    }),
  )
})

test('during a drain it says that it is not ready, and serves all the same', async () => {
  const { child, call, exited, url } = await started(['--memory', '--drain', 'PT1H'])
  const stream = await fetch(`${url}/_sandbox/requests/stream`)
  const events = (stream.body ?? expect.fail()).pipeThrough(new TextDecoderStream()).getReader()
  await events.read()
  child.kill('SIGTERM')
  const ready = () => call('GET', '/_sandbox/health/ready')
  await expect.poll(async () => (await ready()).status).toBe(503)
  expect((await ready()).body.detail).toBe('the sandbox is stopping')
  expect((await call('GET', '/_sandbox/health/live')).status).toBe(200)
  expect((await call('POST', ADDRESSES, SECOND)).status).toBe(200)
  // Whoever listens for news is still told.
  expect((await events.read()).value).toContain('createAddress')
  child.kill('SIGTERM')
  expect(await exited).toBe(1)
})

test('after a drain it stops as it does without one', async () => {
  const cwd = scratch()
  const { call, stop } = await started(['--data', 'data', '--drain', '1'], { cwd })
  await call('POST', ADDRESSES, SECOND)
  expect(await stop()).toBe(0)
  expect(readdirSync(join(cwd, 'data'))).toEqual(['default.json'])
})

test.each(['soon', '-1', 'P2D', '1.5'])('%s is no duration of a drain', async (drain) => {
  const { code, stderr } = await ran(['--memory', '--drain', drain])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^error: option '--drain <duration>' [^\n]*seconds or an ISO duration[^\n]*\n$/)
})

test('a name among others is told with every answer, in the log and in info', async () => {
  const { url, call, output } = await started(['--memory', '--node', 'sandbox-7', '--log', 'json'])
  const named = async (path: string, init?: RequestInit) =>
    (await fetch(url + path, init)).headers.get('x-sandbox-node')
  const paths = ['/', ADDRESSES, '/nowhere', '/_sandbox/health/live', '/w/BAD/_sandbox/info', '/docs', '/metrics']
  for (const path of paths) expect(await named(path)).toBe('sandbox-7')
  expect(await named('/_sandbox/info', { headers: { host: 'a..b' } })).toBe('sandbox-7')
  expect(await named(ADDRESSES, { method: 'MKCOL' })).toBe('sandbox-7')
  expect((await call('GET', '/_sandbox/info')).body.node).toBe('sandbox-7')
  const lines = output.stdout.trim().split('\n')
  expect(lines.length).toBeGreaterThan(4)
  for (const line of lines) expect(JSON.parse(line).node).toBe('sandbox-7')
})
