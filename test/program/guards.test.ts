import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { StartOptions } from '../../src/program/options.ts'
import { warningsOf } from '../../src/program/warnings.ts'
import { library } from '../harness.ts'
import { ran, started } from './running.ts'

const APP = 'http://localhost:5173'

/** How a request for this host is answered; `fetch` lets nobody choose the host. */
async function statusFor(url: string, host: string): Promise<number | undefined> {
  const [answer] = (await once(get(`${url}/_sandbox/info`, { headers: { host } }), 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode
}

test('origins and names may be repeated, or parted by commas, and come from the environment too', async () => {
  const flags = [
    '--cors',
    `${APP}/, https://a.example`,
    '--cors',
    'HTTPS://b.example:443',
    '--allow-host',
    'Own.example',
  ]
  const env = { SANDBOX_CORS: 'https://env.example', SANDBOX_ALLOW_HOST: 'one.example,two.example' }
  for (const [args, names, origins, not] of [
    [flags, ['own.example'], [APP, 'https://a.example', 'https://b.example'], ['one.example', 'https://env.example']],
    [[], ['one.example', 'two.example'], ['https://env.example'], ['own.example', APP]],
  ] as const) {
    const { url, call, stop } = await started(['--memory', ...args], { env })
    const preflight = async (origin: string) =>
      (
        await call('OPTIONS', '/_sandbox/info', undefined, { origin, 'access-control-request-method': 'GET' })
      ).headers.get('access-control-allow-origin')
    for (const origin of origins) expect(await preflight(origin)).toBe(origin)
    expect(await preflight(not[1])).toBe(null)
    for (const name of names) expect(await statusFor(url, name)).toBe(200)
    expect(await statusFor(url, not[0])).toBe(403)
    expect(await stop()).toBe(0)
  }
})

test.each([
  ['--cors', 'localhost:5173/app', 'origins such as'],
  ['--cors', `${APP}/page`, 'origins such as'],
  ['--cors', `${APP},`, 'origins such as'],
  ['--allow-host', 'http://own.example', 'names of hosts such as'],
  ['--allow-host', 'own.example:80', 'names of hosts such as'],
])('%s %s ends in one line', async (flag, value, line) => {
  const { code, stderr } = await ran(['--memory', flag, value])
  expect(stderr).toMatch(new RegExp(`^error: [^\\n]*${line}[^\\n]*\\n$`))
  expect(code).toBe(1)
})

test.each([
  ['127.0.0.1', 0],
  ['localhost', 0],
  ['::1', 0],
  ['0.0.0.0', 1],
  ['::', 1],
])('on %s there is a warning when more than this machine may reach it', async (host, warnings) => {
  const server = createServer().listen(0, host)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  expect(await warningsOf(server, {} as StartOptions, library)).toHaveLength(warnings)
})

test('it warns in one line that more than this machine may reach it', async () => {
  const { output, stop } = await started(['--memory', '--log', 'pretty', '--host', '0.0.0.0'])
  expect(output.stderr).toMatch(/^warning: it listens on 0\.0\.0\.0: [^\n]*\n$/)
  expect(await stop()).toBe(0)
})
