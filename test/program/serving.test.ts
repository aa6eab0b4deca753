import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { ran, scratch, started } from './running.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'BONN', country: 'DE' },
}
const FROZEN = ['--clock', '2026-03-02T09:00:00Z']

test('a restart on the same folder goes on where it stopped, and says so', async () => {
  const cwd = scratch()
  const first = await started(FROZEN, { cwd })
  expect((await first.call('POST', ADDRESSES, SECOND)).status).toBe(200)
  await first.call('POST', `/w/other${ADDRESSES}`, SECOND)
  const { digest } = (await first.call('GET', '/_sandbox/digest')).body
  expect(await first.stop()).toBe(0)
  expect(readdirSync(join(cwd, 'data')).sort()).toEqual(['default.json', 'other.json'])

  const second = await started(['--scenario', 'empty'], { cwd })
  expect((await second.call('GET', '/_sandbox/digest')).body).toEqual({ digest })
  expect(second.output.stdout).toMatch(/resumed default, other from \.\/data[^\n]*--fresh/)
  expect((await second.call('GET', '/_sandbox/info')).body.workspace).toMatchObject({ scenario: 'quickstart' })
  expect((await second.call('GET', '/w/new/_sandbox/info')).body.workspace).toMatchObject({ scenario: 'empty' })
  expect(await second.stop('SIGINT')).toBe(0)

  const fresh = await started(['--scenario', 'empty', '--fresh'], { cwd })
  expect((await fresh.call('GET', '/_sandbox/info')).body.workspace).toMatchObject({ scenario: 'empty', changes: 0 })
  expect(await fresh.stop()).toBe(0)
})

test('killed under load, it leaves a whole file', async () => {
  const cwd = scratch()
  const { call, stop, exited } = await started([...FROZEN, '--log', 'silent'], { cwd })
  const file = join(cwd, 'data', 'default.json')
  let answered = 0
  const create = async () => {
    for (let i = 0; i < 1000; i++) {
      await call('POST', ADDRESSES, SECOND)
      answered++
    }
  }
  const load = Promise.allSettled([create(), create(), create()])
  while (!existsSync(file) || answered < 60) await new Promise((resolve) => setTimeout(resolve, 5))
  await stop('SIGKILL')
  await Promise.all([load, exited])
  const { tables } = JSON.parse(readFileSync(file, 'utf8'))
  const created = Object.values(tables as Record<string, { rows: unknown[] }>).reduce(
    (n, { rows }) => n + rows.length,
    0,
  )
  expect(created).toBeGreaterThan(0)

  const again = await started([], { cwd })
  expect((await again.call('GET', '/_sandbox/info')).body.workspace.changes).toBeGreaterThan(0)
  expect(await again.stop()).toBe(0)
  expect(readdirSync(join(cwd, 'data'))).toEqual(['default.json'])
})

test('told to stop, it answers what is under way, says that it is not ready, and writes', async () => {
  const cwd = scratch()
  const { url, child, exited } = await started(FROZEN, { cwd })
  const body = JSON.stringify(SECOND)
  const { hostname, port } = new URL(url)
  // A request whose body is half there, and a connection that is kept alive.
  const slow = connect(Number(port), hostname)
  let answer = ''
  slow.on('data', (data) => {
    answer += data
  })
  slow.write(
    `POST ${ADDRESSES} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  )
  slow.write(body.slice(0, 20))
  const idle = connect(Number(port), hostname)
  const closed = new Promise((resolve) => idle.on('close', resolve))
  idle.resume().write('GET /_sandbox/health/live HTTP/1.1\r\nhost: x\r\n\r\n')
  await fetch(`${url}/_sandbox/health/ready`)
  child.kill('SIGTERM')
  await closed
  await expect(fetch(`${url}/_sandbox/health/ready`)).rejects.toThrow()
  slow.write(body.slice(20))
  expect(await exited).toBe(0)
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(JSON.parse(readFileSync(join(cwd, 'data', 'default.json'), 'utf8'))).toMatchObject({ requests: 1 })
  expect(existsSync(join(cwd, 'data', '.lock'))).toBe(false)
})

test('flags win over the environment, and a named folder over memory', async () => {
  const cwd = scratch()
  const env = { SANDBOX_SCENARIO: 'empty', SANDBOX_SEED: '7', SANDBOX_MEMORY: '1', SANDBOX_FRESH: '0', PORT: '' }
  const { call, stop } = await started(['--seed', '8', ...FROZEN], { cwd, env })
  expect((await call('GET', '/_sandbox/info')).body.workspace).toMatchObject({ scenario: 'empty', seed: 8 })
  expect(await stop()).toBe(0)
  expect(readdirSync(cwd)).toEqual([])
  const kept = await started(['--data', 'kept'], { cwd, env })
  expect(await kept.stop()).toBe(0)
  const named = await started([], { cwd, env: { ...env, SANDBOX_DATA: 'named' } })
  expect(await named.stop()).toBe(0)
  const memory = await started(['--memory'], { cwd, env: { SANDBOX_DATA: 'unused' } })
  expect(await memory.stop()).toBe(0)
  expect(readdirSync(cwd).sort()).toEqual(['kept', 'named'])
})

test('a request is one line of the log, in the form asked for, with card numbers masked; checkups are none', async () => {
  const path = '/customer/4539578763621486'
  const json = await started(['--memory'])
  await json.call('GET', '/_sandbox/health/ready')
  await json.call('GET', path)
  expect(await json.stop()).toBe(0)
  const [first = '', second = '', ...none] = json.output.stdout.trim().split('\n')
  expect(JSON.parse(first)).toMatchObject({ level: 'info', message: expect.stringContaining(json.url) })
  expect(JSON.parse(second)).toMatchObject({ method: 'GET', path: '/customer/453957******1486', workspace: 'default' })
  expect(none).toEqual([])

  const pretty = await started(['--memory', '--log', 'pretty'])
  await pretty.call('GET', `/w/one/customer/0004539578763621486?x=1`)
  expect(await pretty.stop()).toBe(0)
  expect(pretty.output.stdout.split('\n')[1]).toMatch(/^GET +\d{3} +[\d.]+ ms \/customer\/000453957\*{6}1486 \[one\]/)

  const silent = await started(['--memory', '--log', 'silent'])
  await silent.call('GET', path)
  expect(await silent.stop()).toBe(0)
  expect(silent.output.stdout.trim().split('\n')).toHaveLength(1)
})

test('the same requests after a reset, and in another process, give the same bytes', async () => {
  const conversation = async (call: Awaited<ReturnType<typeof started>>['call']) => {
    const answers: string[] = []
    for (const [method, path, body] of [
      ['POST', ADDRESSES, SECOND],
      ['GET', ADDRESSES],
      ['POST', ADDRESSES, { addressLabel: 'UNKNOWN' }],
      ['GET', '/_sandbox/digest'],
    ] as const)
      answers.push((await call(method, path, body)).text)
    return answers
  }
  const one = await started(['--memory', ...FROZEN])
  const first = await conversation(one.call)
  await one.call('POST', '/_sandbox/reset')
  expect(await conversation(one.call)).toEqual(first)
  const two = await started(['--memory', ...FROZEN])
  expect(await conversation(two.call)).toEqual(first)
  expect(first[0]).toContain('ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549')
})

test('its commands say what they do, and which version it is', async () => {
  expect(await ran(['--version'])).toMatchObject({ code: 0, stdout: `${manifest.version}\n` })
  const { stdout } = await ran(['--help'])
  for (const flag of 'port host scenario seed data memory fresh clock auth scenarios envelope max-workspaces log'.split(
    ' ',
  ))
    expect(stdout).toContain(`--${flag}`)
  for (const command of ['scenarios', 'validate', 'healthcheck']) {
    expect(await ran([command, '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining(command) })
    expect(await ran([command, '--version'])).toMatchObject({ code: 0, stdout: `${manifest.version}\n` })
  }
})

test('a health check finds the sandbox where the environment says', async () => {
  const { url, stop } = await started(['--memory', '--host', '127.0.0.1'])
  const { port } = new URL(url)
  expect(await ran(['healthcheck', '--port', port])).toEqual({ code: 0, stdout: '', stderr: '' })
  expect((await ran(['--port', port, 'healthcheck'])).code).toBe(0)
  expect((await ran(['--port', '9', 'healthcheck', '--port', port], { env: { PORT: '9' } })).code).toBe(0)
  expect((await ran(['healthcheck'], { env: { PORT: port, HOST: '0.0.0.0' } })).code).toBe(0)
  await stop()
  expect((await ran(['healthcheck', '--port', port])).code).toBe(1)
})
