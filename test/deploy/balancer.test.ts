import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '../free-port.ts'
import { scratch, started } from '../program/running.ts'

const hasBalancer = spawnSync('haproxy', ['-v']).status === 0

type Hook = () => void | Promise<void>

/** A balancer with the rules as they are delivered before one sandbox; it says with each answer which world it read. */
async function balanced(finished: (hook: Hook) => void) {
  const { url } = await started(['--memory'], { finished })
  const port = await freePort()
  const file = join(scratch(finished), 'haproxy.cfg')
  const text = readFileSync('deploy/haproxy.cfg', 'utf8')
    .replace('bind :4020', `bind 127.0.0.1:${port}\n  http-response set-header X-Balanced %[var(txn.world)]`)
    .replaceAll(/"\S+\.sandbox\$\{DOMAIN\}:4020"/g, new URL(url).host)
  writeFileSync(file, text)
  const child = spawn('haproxy', ['-db', '-f', file], { stdio: 'ignore' })
  finished(async () => {
    child.kill()
    await once(child, 'exit')
  })
  const home = `http://127.0.0.1:${port}`
  await vi.waitFor(async () => expect((await fetch(home)).status).toBe(200), { timeout: 30_000 })
  return home
}

const basic = (user: string) => `Basic ${btoa(`${user}:any`)}`
const CUSTOMER = '/customer/0009980011000000004/relationship'
const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'

/** Requests, each with the world that it is for. */
const REQUESTS: [world: string, method: string, path: string, headers?: Record<string, string>][] = [
  ['a', 'GET', `/w/a${CUSTOMER}`],
  ['a', 'GET', `/w/a${ADDRESSES}?x=/w/b/`, { 'x-sandbox-workspace': 'b' }],
  ['a', 'GET', ADDRESSES, { 'X-SANDBOX-WORKSPACE': 'a', authorization: basic('sandbox-b') }],
  ['default', 'GET', CUSTOMER],
  ['default', 'GET', ADDRESSES],
  // First Vision: the key, whatever it is, and the user only without one; no bearer.
  ['a', 'GET', CUSTOMER, { apikey: 'sandbox-a', authorization: basic('sandbox-b') }],
  ['default', 'GET', CUSTOMER, { apikey: 'demo-first-vision', authorization: basic('sandbox-b') }],
  ['a', 'GET', CUSTOMER, { authorization: basic('sandbox-a') }],
  ['a', 'GET', `/latam-gfs-apis/portal${CUSTOMER}`, { apikey: 'sandbox-a' }],
  ['a', 'POST', '/cards/nowhere', { apikey: 'sandbox-a' }],
  ['default', 'GET', CUSTOMER, { authorization: 'Bearer sandbox-a.token' }],
  // The issuer: the bearer up to its dot, or the user; no key.
  ['a', 'GET', ADDRESSES, { authorization: 'Bearer sandbox-a.token' }],
  ['a', 'GET', `/card-issuing${ADDRESSES}`, { authorization: 'bearer sandbox-a.to.ken', apikey: 'sandbox-b' }],
  ['default', 'GET', ADDRESSES, { authorization: 'Bearer sandbox-a' }],
  ['default', 'GET', ADDRESSES, { authorization: 'Bearer token.sandbox-a.' }],
  ['a', 'GET', ADDRESSES, { authorization: basic('sandbox-a') }],
  ['default', 'GET', ADDRESSES, { apikey: 'sandbox-a' }],
  ['default', 'GET', ADDRESSES, { authorization: basic('demo-client') }],
  // Tokens: First Vision’s with a key.
  ['a', 'POST', '/oauth/accesstoken', { authorization: basic('sandbox-a') }],
  ['a', 'POST', '/token', { authorization: basic('sandbox-a') }],
  ['a', 'POST', '/token', { apikey: 'sandbox-a', authorization: basic('sandbox-b') }],
  ['a', 'POST', '/oauth/token', { apikey: 'sandbox-a', authorization: basic('sandbox-b') }],
  ['a', 'POST', '/latam-gfs-apis/portal/token', { authorization: basic('sandbox-a') }],
  // What only looks like a prefix.
  ['default', 'GET', '/customer/w/a/relationship'],
]

describe.runIf(hasBalancer)('behind the balancer', () => {
  let home = ''
  const hooks: Hook[] = []
  beforeAll(async () => {
    home = await balanced((hook) => void hooks.push(hook))
  })
  afterAll(async () => {
    for (const hook of hooks.reverse()) await hook()
  })
  const seen = (method: string, path: string, headers: Record<string, string> = {}) =>
    fetch(home + path, { method, headers }).then(({ status, headers }) => ({
      status,
      balanced: headers.get('x-balanced'),
      answered: headers.get('x-sandbox-workspace'),
    }))

  test.each(REQUESTS)('the world %s is that of %s %s %o, as the sandbox reads it', async (world, ...request) => {
    expect(await seen(...request)).toMatchObject({ balanced: world, answered: world })
  })

  test('a workspace that is made or deleted is meant itself', async () => {
    const named = { 'x-sandbox-workspace': 'elsewhere' }
    for (const prefix of ['', '/w/another'])
      for (const method of ['PUT', 'DELETE'])
        expect(await seen(method, `${prefix}/_sandbox/workspaces/ci-%34`, named)).toMatchObject({
          ...{ status: 200, balanced: 'ci-4' },
        })
  })

  test('the control plane and agents look at no credential', async () => {
    const named = { authorization: basic('sandbox-a'), apikey: 'sandbox-a' }
    expect((await seen('GET', '/_sandbox/info', named)).balanced).toBe('default')
    expect((await seen('POST', '/mcp', named)).balanced).toBe('agent')
    expect((await seen('POST', '/w/a/mcp')).balanced).toBe('a')
    expect((await seen('POST', '/mcp', { 'x-sandbox-workspace': 'a' })).balanced).toBe('a')
  })

  test('a path with dots, which a client would have resolved, is refused', async () => {
    const [response] = await once(get(`${home}/x`, { path: '/x/../w/a/_sandbox/info' }), 'response')
    response.resume()
    expect(response.statusCode).toBe(400)
    expect((await seen('GET', '/w/a/_sandbox/info')).status).toBe(200)
  })
})
