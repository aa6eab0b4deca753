import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { caller } from '../harness.ts'
import { canUnshare, contained } from './namespaces.ts'
import { ran, scratch, started } from './running.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } }

/** A folder with a changed default workspace in it. */
async function used() {
  const cwd = scratch()
  const { call, stop } = await started([], { cwd })
  await call('POST', ADDRESSES, SECOND)
  await stop()
  return { cwd, file: join(cwd, 'data', 'default.json') }
}

test('a fresh start that finds its port taken clears nothing', async () => {
  const { cwd, file } = await used()
  const before = readFileSync(file, 'utf8')
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, stderr } = await ran(['--fresh', '--port', `${port}`], { cwd })
  expect(stderr).toMatch(/^error: port \d+ of 127\.0\.0\.1 is taken[^\n]*\n$/)
  expect(code).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe(before)
  expect(readdirSync(join(cwd, 'data'))).toEqual(['default.json'])
})

test('a fresh start in a folder of something else is refused in one line, and touches nothing', async () => {
  const { cwd, file } = await used()
  writeFileSync(join(cwd, 'data', 'package.json'), '{"name": "mine"}')
  const { code, stderr } = await ran(['--fresh', '--port', '0'], { cwd })
  expect(stderr).toMatch(/^error: data\/package\.json is no state file[^\n]*\n$/)
  expect(code).toBe(1)
  expect(existsSync(file)).toBe(true)
  expect(readdirSync(join(cwd, 'data')).sort()).toEqual(['default.json', 'package.json'])
})

test('one broken file puts its own workspace aside, and the start says nothing of it', async () => {
  const cwd = scratch()
  mkdirSync(join(cwd, 'data'))
  writeFileSync(join(cwd, 'data', 'ci-1.json'), '{"format": 1, ')
  const { call, stop } = await started([], { cwd })
  expect(await call('GET', `/w/ci-1${ADDRESSES}`)).toMatchObject({
    status: 503,
    body: { detail: expect.stringContaining('data/ci-1.json cannot be used') },
  })
  expect((await call('GET', ADDRESSES)).status).toBe(200)
  expect(await stop()).toBe(0)
  expect(readFileSync(join(cwd, 'data', 'ci-1.json'), 'utf8')).toBe('{"format": 1, ')
})

test('a time to live is a flag, a variable, or off', async () => {
  const cwd = scratch()
  const { call, stop } = await started(['--workspace-ttl', 'PT0.01S'], { cwd })
  expect((await call('POST', `/w/a${ADDRESSES}`, SECOND)).status).toBe(200)
  await expect.poll(async () => (await call('GET', '/_sandbox/workspaces')).body.workspaces).toHaveLength(1)
  expect(await stop()).toBe(0)
  expect(readdirSync(join(cwd, 'data'))).toEqual([])
  for (const [value, env] of [
    ['P0D', {}],
    ['', { SANDBOX_WORKSPACE_TTL: 'tomorrow' }],
  ] as const) {
    const { stderr } = await ran(value ? ['--workspace-ttl', value] : [], { cwd, env })
    expect(stderr).toMatch(/^error: [^\n]*(P0D|tomorrow)[^\n]*ISO duration[^\n]*\n$/)
  }
})

test.runIf(canUnshare)(
  'of two containers on one folder the second is refused, and comes in when the first was killed',
  async () => {
    const cwd = scratch()
    const first = contained([], cwd)
    await expect.poll(first.url).toBeDefined()
    const call = caller((path, init) => fetch(first.url() + path, init))
    expect((await call('POST', ADDRESSES, SECOND)).status).toBe(200)
    await expect.poll(() => existsSync(join(cwd, 'data', 'default.json'))).toBe(true)
    const second = contained([], cwd)
    expect(await second.exited).toBe(1)
    expect(second.output.stderr).toMatch(/^error: \.\/data is in use by another sandbox[^\n]*\n$/)
    expect((await call('GET', '/_sandbox/health/ready')).status).toBe(200)
    process.kill(first.pid() ?? expect.fail(), 'SIGKILL')
    await first.exited
    const third = contained([], cwd)
    await expect.poll(third.url).toBeDefined()
    const again = caller((path, init) => fetch(third.url() + path, init))
    expect((await again('GET', '/_sandbox/info')).body.workspace.changes).toBeGreaterThan(0)
  },
)

test('a process whose folder is taken away says so once, refuses changes, and ends without writing', async () => {
  const cwd = scratch()
  const { call, stop, output } = await started([], { cwd })
  rmSync(join(cwd, 'data'), { recursive: true })
  await expect.poll(async () => (await call('GET', '/_sandbox/health/ready')).status).toBe(503)
  for (let i = 0; i < 3; i++) {
    const { status, body } = await call('POST', ADDRESSES, SECOND)
    expect({ status, says: body.responseMetadata.statusMessage }).toEqual({
      status: 503,
      says: expect.stringContaining('its lock is gone'),
    })
  }
  expect(output.stderr.match(/its lock is gone/g)).toHaveLength(1)
  expect(output.stderr).not.toContain('    at ')
  expect(await stop()).toBe(0)
  expect(existsSync(join(cwd, 'data'))).toBe(false)
})
