import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const TRAFFIC = [
  { path: '/api/v2/issuers/1234/customers/CUS10000375016/addresses' },
  { path: '/customer/demographicData-l8v2', method: 'POST', body: '{}' },
  { path: '/_sandbox/requests' },
  { path: '/_sandbox/requests/1/explain' },
  { path: '/_sandbox/faults' },
]

/** Makes a sandbox, sends it requests, and then opens the console; after both, what is loaded is written down. */
const SCRIPT = `
  import { takeCoverage } from 'node:v8'
  import { assemble } from './dist/assembly.js'
  const sandbox = await assemble()
  const send = async ({ path, ...init }) => (await sandbox.request(path, init)).text()
  for (const request of ${JSON.stringify(TRAFFIC)}) await send(request)
  takeCoverage()
  await send({ path: '/', headers: { accept: 'text/html' } })
  await sandbox.close()`

/** What the build made each of its files of. */
const modules: Record<string, string[]> = JSON.parse(readFileSync('dist/modules.json', 'utf8'))

/** Modules of the console among what was loaded; undefined of a thread that has no sandbox. */
function modulesIn(written: string): string[] | undefined {
  const { result }: { result: { url: string }[] } = JSON.parse(written)
  const files = result.filter(({ url }) => url.includes('/dist/')).map(({ url }) => basename(url))
  if (files.length === 0) return undefined
  return files.flatMap((file) => modules[file] ?? []).flatMap((path) => /^src\/console\/(.*)/.exec(path)?.[1] ?? [])
}

test('a console that nobody opens is not loaded, but for where its pages are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const env = { ...process.env, NODE_V8_COVERAGE: folder }
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    env,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  // Their names end in their numbers.
  const files = readdirSync(folder).sort()
  const [before, after] = files.flatMap((file) => {
    const modules = modulesIn(readFileSync(join(folder, file), 'utf8'))
    return modules ? [modules] : []
  })
  expect(before).toEqual(['places.ts'])
  expect(after).toContain('pages/overview.tsx')
})
