import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { coverageOptions } from '../../src/program/asking-options.ts'
import { healthcheckOptions, startOptions } from '../../src/program/options.ts'
import { sandbox, sandboxAndInsides } from '../harness.ts'
import { codeBlocksIn } from './markdown.ts'

// biome-ignore lint/suspicious/noExplicitAny: whatever the page's YAML holds
type Any = any

const page = { path: 'docs/ci.md', text: readFileSync('docs/ci.md', 'utf8') }
const dockerfile = readFileSync('Dockerfile', 'utf8')
const blocks = codeBlocksIn(page)
const [github, gitlab, compose] = blocks
  .filter(({ language }) => language === 'yaml')
  .map(({ text }) => parse(text)) as [Any, Any, Any]
const fact = (pattern: RegExp): string => pattern.exec(dockerfile)?.[1] ?? expect.fail(`the image says no ${pattern}`)

const IMAGE = `images.example.com/${manifest.name}:${manifest.version}`
const PORT = fact(/^EXPOSE (\d+)$/m)
const HEALTH = JSON.parse(fact(/^HEALTHCHECK .* CMD (\[.*\])$/m))

const every = (pattern: RegExp): string[] => [...page.text.matchAll(pattern)].map(([all, one]) => one ?? all)

test('every block names the image by one name, of this version', () => {
  expect(new Set(every(/[\w./-]+\/issuer-sandbox:[\w.-]+/g))).toEqual(new Set([IMAGE]))
  for (const { image } of [github.jobs.integration.services.sandbox, compose.services.sandbox])
    expect(image).toBe(IMAGE)
  expect(gitlab.integration.services[0].name).toBe(IMAGE)
})

test('every variable is one that the program reads', () => {
  const known = startOptions().flatMap(({ envVar }) => envVar ?? [])
  const used = every(/\bSANDBOX_[A-Z_]+/g)
  expect(used.length).toBeGreaterThan(5)
  for (const name of used) expect(known).toContain(name)
})

test('every port is the image’s', () => {
  const [user = ''] = fact(/^USER (\S+)$/m).split(':')
  const numbers = every(/(?<![\w-])\d{4,5}(?![\w-])/g).filter((number) => number !== user)
  expect(numbers.length).toBeGreaterThan(10)
  expect(new Set(numbers)).toEqual(new Set([PORT]))
})

test('every path of the control plane is served', async () => {
  const { faces } = await sandboxAndInsides()
  const paths = faces.find(({ control }) => control)?.operations.map(({ path }) => path)
  const named = every(/\/_sandbox(\/[\w/.{}-]+)/g)
  expect(named).toContain('/health/ready')
  for (const path of named) expect(paths).toContain(path)
})

test('every flag is one of the command that it is given to', () => {
  const commands = { coverage: coverageOptions(), healthcheck: healthcheckOptions(), '': startOptions() }
  const lines = every(/(?:issuer-sandbox|main\.js) ((?:coverage|healthcheck|--)[^>`&\n]*)/g)
  expect(lines.length).toBeGreaterThan(4)
  for (const line of lines) {
    const [command = ''] = line.startsWith('--') ? [''] : line.split(' ')
    const known = commands[command as keyof typeof commands].map(({ long }) => long)
    for (const flag of line.match(/--[\w-]+/g) ?? []) expect(known, line).toContain(flag)
  }
})

test('compose checks health as the image does, and runs it as its user, who may write to the volume alone', () => {
  const { sandbox: service, app } = compose.services
  expect(service.healthcheck.test).toEqual(['CMD', ...HEALTH])
  expect(service.user).toBe(fact(/^USER (\S+)$/m))
  expect(service.read_only).toBe(true)
  const volume = fact(/^VOLUME (\S+)$/m)
  expect(service.volumes).toEqual([`sandbox:${volume}`])
  expect(service.command).toEqual(['--data', volume])
  expect(Object.keys(compose.volumes)).toEqual(['sandbox'])
  expect(app.depends_on.sandbox.condition).toBe('service_healthy')
})

test('a job in a container reaches the sandbox by a name that it answers to', async () => {
  const { request } = await sandbox()
  const urls = [gitlab.integration.variables.PLATFORM_URL, compose.services.app.environment.PLATFORM_URL]
  for (const url of urls) {
    const { host, port } = new URL(url)
    expect(port).toBe(PORT)
    expect((await request('/_sandbox/info', { headers: { host } })).status).toBe(200)
  }
  expect(gitlab.integration.services[0].alias).toBe('sandbox')
})

test('the gate runs the program where the image has it', () => {
  const gate = github.jobs.integration.steps
    .map(({ run }: Any) => run ?? '')
    .find((run: string) => /coverage/.test(run))
  expect(gate).toContain(HEALTH.slice(0, 2).join(' '))
  expect(gate).toContain('$GITHUB_STEP_SUMMARY')
})
