import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ran, scratch, started } from './running.ts'

const SCENARIO = 'title: Own\nsummary: Own.\nstory: Own.\n'

test.concurrent.for<[string, string[], Record<string, string>, RegExp]>([
  ['an unknown flag', ['--frsh'], {}, /unknown option '--frsh'.*--fresh/],
  ['an unknown command', ['serve'], {}, /unknown command 'serve'/],
  ['a port that is none', ['--port', '70000'], {}, /'--port <number>'.*'70000'/],
  ['a port of the environment that is none', [], { PORT: 'http' }, /'http'.*env 'PORT'/],
  ['an address of the environment that is none', [], { HOST: 'no such host' }, /no such host.*\(from env 'HOST'\)/],
  ['an address with a port', ['--memory'], { HOST: '127.0.0.1:80' }, /127\.0\.0\.1:80.*\(from env 'HOST'\)/],
  ['an unknown scenario of the environment', ['--memory'], { SANDBOX_SCENARIO: 'x' }, /'x'.*env 'SANDBOX_SCENARIO'/],
  ['a folder of the environment', ['--memory'], { SANDBOX_SCENARIOS: 'x' }, /'x' from env 'SANDBOX_SCENARIOS'.*ENOENT/],
  [
    'another sandbox that is not there',
    ['healthcheck'],
    { HOST: '::1', PORT: '9' },
    /\[::1\]:9.*env 'PORT'.*env 'HOST'/,
  ],
  ['an address that is empty', ['--host', ''], {}, /'--host <address>'.*empty/],
  ['a seed that is no integer', ['--seed', '1.5'], {}, /'1\.5'/],
  ['a clock that is none', ['--clock', 'yesterday'], {}, /'yesterday'.*ISO instant/],
  ['authentication that is none', [], { SANDBOX_AUTH: 'lax' }, /'lax'.*relaxed, strict/],
  ['an envelope that is none', ['--envelope', 'brown'], {}, /'brown'.*wrapped, bare/],
  ['a log that is none', [], { SANDBOX_LOG: 'loud' }, /'loud'.*pretty, json, silent/],
  ['too few workspaces', ['--max-workspaces', '0'], {}, /'0'/],
  ['a switch that is neither on nor off', [], { SANDBOX_MEMORY: 'maybe' }, /SANDBOX_MEMORY is 'maybe'/],
  ['a folder and none', ['--memory', '--data', 'x'], {}, /--data and --memory/],
  ['an unknown scenario', ['--memory', '--scenario', 'quikstart'], {}, /no scenario 'quikstart'.*quickstart/],
  ['a folder of scenarios that is not there', ['--memory', '--scenarios', 'nowhere'], {}, /nowhere.*ENOENT/],
  ['a scenario of a folder that is not there', ['scenarios', 'nowhere'], {}, /no scenario 'nowhere'/],
  ['a second name', ['scenarios', 'empty', 'quickstart'], {}, /too many arguments/],
  ['a flag of another command', ['--memory', 'healthcheck'], {}, /'healthcheck' takes no --memory/],
  ['a sandbox that is not there', ['healthcheck', '--port', '9'], {}, /127\.0\.0\.1:9.*does not answer/],
])('%s ends in one line', async ([, args, env, line], { onTestFinished: finished }) => {
  const { code, stdout, stderr } = await ran(args, { env, finished })
  expect(stderr).toMatch(line)
  expect(stderr).toMatch(/^error: [^\n]+\n$/)
  expect(stdout).toBe('')
  expect(code).toBe(1)
})

test.each([
  [503, '{"detail": "the sandbox is stopping"}', 'the sandbox is stopping'],
  [502, 'Bad gateway', 'status 502'],
])('a health check answered with %i ends in one line', async (status, body, reason) => {
  const other = createHttpServer((_request, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, stderr } = await ran(['healthcheck', '--port', `${port}`])
  expect(stderr).toBe(`error: http://127.0.0.1:${port}/_sandbox/health/ready is not ready: ${reason}\n`)
  expect(code).toBe(1)
})

test('a scenario file that is wrong ends in one line with its place', async () => {
  const cwd = scratch()
  mkdirSync(join(cwd, 'more'))
  writeFileSync(join(cwd, 'more', 'own.yaml'), `name: own\n${SCENARIO}seed: many\ncolour: red\n`)
  const { code, stderr } = await ran(['--memory', '--scenarios', 'more', '--scenario', 'own'], { cwd })
  expect(stderr).toMatch(/^error: more\/own\.yaml:5:7: seed: [^\n]*\n$/)
  expect(code).toBe(1)
})

test('a port that is taken ends in one line, and leaves the folder to others', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const cwd = scratch()
  const { code, stderr } = await ran(['--port', `${port}`], { cwd })
  expect(stderr).toMatch(new RegExp(`^error: port ${port} of 127\\.0\\.0\\.1 is taken[^\\n]*\\n$`))
  expect(code).toBe(1)
  expect(readdirSync(join(cwd, 'data'))).toEqual([])
})

test('a state file that is broken, and a folder in use, end in one line', async () => {
  const cwd = scratch()
  mkdirSync(join(cwd, 'state'))
  writeFileSync(join(cwd, 'state', 'default.json'), '{"format": 1, ')
  const broken = await ran(['--data', 'state', '--port', '0'], { cwd })
  expect(broken.stderr).toMatch(/^error: state\/default\.json cannot be used: [^\n]*--fresh[^\n]*\n$/)
  expect(broken.code).toBe(1)
  const { child, stop } = await started(['--data', 'state', '--fresh'], { cwd })
  const second = await ran(['--data', 'state', '--port', '0'], { cwd })
  expect(second.stderr).toMatch(
    new RegExp(`^error: state is in use by another sandbox \\(process ${child.pid}\\)[^\\n]*\\n$`),
  )
  expect(second.code).toBe(1)
  expect(await stop()).toBe(0)
})
