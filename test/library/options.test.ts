import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, expectTypeOf, onTestFinished, test } from 'vitest'
import type { LogEntry as LoggedByPipeline } from '../../src/http/server/log-entry.ts'
import { createSandbox, type LogEntry, type SandboxOptions } from '../../src/index.ts'
import type { Options } from '../../src/options.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'library-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** What a caller without types, or with values from elsewhere, may give. */
const refusal = (options: unknown): Promise<unknown> =>
  createSandbox(options as SandboxOptions).then(
    () => 'made',
    (error: Error) => error.message,
  )

test('the face says of its options what they are held against', () => {
  expectTypeOf<SandboxOptions>().toEqualTypeOf<Options>()
  expectTypeOf<LogEntry>().toEqualTypeOf<LoggedByPipeline>()
})

test.each<[string, object, RegExp]>([
  ['clock', { clock: 'yesterday' }, /^Option 'clock' is 'yesterday'\. Give 'real' or an ISO instant[^\n]*$/],
  ['clock', { clock: '1969-12-31' }, /^Option 'clock' is '1969-12-31'\. /],
  ['clock', { clock: new Date(0) }, /^Option 'clock' is 1970-01-01T00:00:00\.000Z\. Give a text\.$/],
  ['seed', { seed: '7' }, /^Option 'seed' is '7'\. Give a whole number from [^\n]+\.$/],
  ['seed', { seed: 1.5 }, /^Option 'seed' is 1\.5\. /],
  ['seed', { seed: Number.NaN }, /^Option 'seed' is NaN\. /],
  ['scenario', { scenario: '' }, /^Option 'scenario' is ''\. It is empty\.$/],
  ['scenario', { scenario: 7 }, /^Option 'scenario' is 7\. Give a text\.$/],
  ['scenario', { scenario: 'quikstart' }, /^no scenario 'quikstart'; there are .*quickstart/],
  ['scenarios', { scenarios: 'nowhere' }, /^Option 'scenarios' is 'nowhere'\. [^\n]*ENOENT/],
  ['scenarios', { scenarios: ' ' }, /^Option 'scenarios' is ' '\. It is empty\.$/],
  ['data', { data: 'package.json' }, /^Option 'data' is 'package\.json'\. [^\n]*ENOTDIR/],
  ['snapshot', { snapshot: '' }, /^Option 'snapshot' is ''\. It is empty\.$/],
  ['snapshot', { snapshot: 'nowhere.json' }, /^the snapshot nowhere\.json cannot be read \(ENOENT\)$/],
  ['snapshot', { snapshot: 'package.json' }, /^the snapshot package\.json cannot be used: it is no state file/],
  ['evidence', { evidence: 'nowhere.json' }, /^the evidence nowhere\.json cannot be read \(ENOENT\)$/],
  ['evidence', { evidence: 'package.json' }, /^the evidence package\.json cannot be used \(format: /],
  ['sync', { sync: 'no' }, /^Option 'sync' is 'no'\. Give true or false\.$/],
  ['fresh', { fresh: 'no' }, /^Option 'fresh' is 'no'\. Give true or false\.$/],
  ['envelope', { envelope: 'brown' }, /^Option 'envelope' is 'brown'\. Allowed choices are wrapped, bare\.$/],
  ['auth', { auth: 'lax' }, /^Option 'auth' is 'lax'\. Allowed choices are relaxed, strict\.$/],
  ['maxWorkspaces', { maxWorkspaces: 0 }, /^Option 'maxWorkspaces' is 0\. Give a whole number from 1 to 1000000\.$/],
  ['log', { log: 'silent' }, /^Option 'log' is 'silent'\. Give a function\.$/],
  ['report', { report: true }, /^Option 'report' is true\. Give a function\.$/],
])('a value of %s that cannot be used is told with its name: %o', async (_name, options, message) => {
  expect(await refusal(options)).toMatch(message)
})

test('an option that is unknown is told with those that there are', async () => {
  expect(await refusal({ clok: 'real' })).toBe(
    "Unknown option 'clok'; there are scenario, seed, clock, auth, scenarios, data, snapshot, evidence, fresh, sync, envelope, maxWorkspaces, workspaceTtl, cors, allowHost, adminToken, readToken, log, report.",
  )
  expect(await refusal(null)).toBe('Options are null. Give an object.')
})

test('everything that is wrong is told at once, each option once', async () => {
  expect(await refusal({ seed: 0.5, clock: '', colour: 1 })).toMatch(
    /^Option 'seed' is 0\.5\. [^']*Option 'clock' is ''\. .*Unknown option 'colour'; [^\n]*$/,
  )
})

test('options that are left undefined are as if they were not there', async () => {
  const sandbox = await createSandbox({ scenario: undefined, clock: undefined, data: undefined, log: undefined })
  expect((await sandbox.request('/_sandbox/health/ready')).status).toBe(200)
  await sandbox.close()
})

test('every option does what it says', async () => {
  const [data, scenarios] = [folder(), folder()]
  writeFileSync(join(scenarios, 'own.yaml'), 'name: own\ntitle: Own\nsummary: Own.\nstory: Own.\n')
  const logged: LogEntry[] = []
  const options: SandboxOptions = {
    ...{
      scenario: 'own',
      scenarios,
      data: join(data, 'new'),
      seed: 7,
      clock: '2026-03-02T09:00:00Z',
      fresh: true,
      sync: true,
    },
    ...{ envelope: 'bare', maxWorkspaces: 1, log: (entry) => logged.push(entry) },
  }
  const sandbox = await createSandbox(options)
  expect(await (await sandbox.request('/_sandbox/info')).json()).toMatchObject({
    workspace: { scenario: 'own', seed: 7, clock: { mode: 'frozen', now: '2026-03-02T09:00:00.000Z' } },
  })
  expect(logged).toMatchObject([{ method: 'GET', path: '/_sandbox/info', status: 200, operation: 'info' }])
  await sandbox.close()
})
