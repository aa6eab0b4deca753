import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { createSandbox } from '../../src/index.ts'
import { hasPython, recipes, runIn, runWithVitest, titles, writeRecipes } from './recipes.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MODULES = join(ROOT, 'node_modules')
const TSC = join(MODULES, 'typescript/bin/tsc')
const STRICT = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: false }

/** The project of somebody who installs the package: nothing else is in it. */
const project = mkdtempSync(join(tmpdir(), 'package-'))
const installed = join(project, 'node_modules', 'issuer-sandbox')
afterAll(() => rmSync(project, { recursive: true, force: true }))

const exec = promisify(execFile)
const npm = (args: string[], cwd: string) => exec('npm', [...args, '--ignore-scripts', '--no-update-notifier'], { cwd })

beforeAll(async () => {
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  // Packed as it is, since the tests begin with a build, and put there as what was packed.
  await npm(['install', '--install-links', '--offline', '--no-audit', '--no-fund', ROOT], project)
})

const filesOf = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile())

test('the package installs alone, and small', () => {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'))
  expect(Object.keys(packages)).toEqual(['', 'node_modules/issuer-sandbox'])
  expect(packages['node_modules/issuer-sandbox']).not.toHaveProperty('dependencies')
  expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['issuer-sandbox'])
  const bytes = filesOf(installed).reduce((sum, path) => sum + statSync(join(installed, path)).size, 0)
  expect(bytes).toBeLessThan(8_600_000)
})

test('it brings what the program and its users look for, and its types are one file without imports', () => {
  const files = filesOf(installed)
  for (const file of [
    'LICENSE',
    'dist/THIRD-PARTY-LICENSES.txt',
    'scenarios/quickstart.yaml',
    'dist/compiled/empty.json',
  ])
    expect(files).toContain(file)
  expect(files.filter((file) => /\.(ts|mts|tmp)$/.test(file))).toEqual(['dist/index.d.ts'])
  expect(readFileSync(join(installed, 'dist/index.d.ts'), 'utf8')).not.toMatch(/\b(from|import|reference)\b\s*[('"]/)
})

test('it holds no more scripts than the entries lead to', () => {
  const reached = new Set<string>()
  const reach = (name: string) => {
    if (reached.has(name)) return
    reached.add(name)
    const code = readFileSync(join(installed, 'dist', name), 'utf8')
    for (const [, next = ''] of code.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) reach(next)
  }
  for (const name of ['main.js', 'index.js', 'assembly.js']) reach(name)
  expect(readdirSync(join(installed, 'dist')).filter((name) => name.endsWith('.js'))).toEqual([...reached].sort())
})

const USERS_TEST = `
import { connect, createSandbox, type LogEntry, type Sandbox, type SandboxOptions, type World } from 'issuer-sandbox'

const logged: LogEntry[] = []
const options: SandboxOptions = { clock: '2026-03-02T09:00:00Z', envelope: 'bare', log: (entry) => logged.push(entry) }
const sandbox: Sandbox = await createSandbox(options)
const client: { fetch: typeof globalThis.fetch } = sandbox
const path = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const [one, two] = [await sandbox.request(path), await client.fetch(new URL(path, 'http://sandbox.example'))]
type Addresses = { data: { postalAddress: { townName: string } }[] }
const { data } = (await one.json()) as Addresses
const { data: again } = (await two.json()) as Addresses
const town: string | undefined = data[0]?.postalAddress.townName
// @ts-expect-error: a misspelt option is found by its type
const misspelt: string = await createSandbox({ clok: 'real' }).catch((error: Error) => error.message)
const { url } = await sandbox.listen()
const world: World = connect(url, { workspace: 'ci-1' })
const loaded = (await world.load('future-move', { seed: 3 })).scenario
const own = (await sandbox.workspace('ci-1').clock.advance({ by: 'P1D' })).mode
await sandbox[Symbol.asyncDispose]()
console.log(JSON.stringify({ town, same: JSON.stringify(data) === JSON.stringify(again), misspelt, loaded, own }))
console.log(logged.length)
`

test('a test of its users type-checks as strictly as can be, with the types of Node and with those of the web, and runs', async () => {
  const node = { lib: ['es2023'], types: ['node'], typeRoots: [join(MODULES, '@types')] }
  const web = { lib: ['es2023', 'dom'], types: [], noEmit: true }
  writeFileSync(join(project, 'users.test.ts'), USERS_TEST)
  for (const globals of [node, web]) {
    const compilerOptions = { ...STRICT, module: 'nodenext', target: 'es2023', ...globals }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['users.test.ts'] }))
    await exec(process.execPath, [TSC, '-p', project]).catch(({ stdout }) => expect.fail(stdout))
  }
  const { stdout } = await exec(process.execPath, ['users.test.js'], { cwd: project })
  const [said = '', logged] = stdout.split('\n')
  expect(JSON.parse(said)).toEqual({
    town: 'BERLIN',
    same: true,
    misspelt: expect.stringMatching(/^Unknown option 'clok'; there are /),
    ...{ loaded: 'future-move', own: 'frozen' },
  })
  expect(logged).toBe('4')
})

const recipesFolder = join(project, 'recipes')
const files = (ending: string) => recipes.flatMap(({ file = '' }) => (file.endsWith(ending) ? [file] : []))

/** A sandbox as others run it, for recipes that point at one. */
async function running() {
  const sandbox = await createSandbox()
  onTestFinished(() => sandbox.close())
  return { PLATFORM_URL: (await sandbox.listen()).url }
}

describe('the recipes of the documentation', () => {
  beforeAll(() => writeRecipes(recipesFolder, MODULES))

  test('type-check', async () => {
    const types = { lib: ['es2023', 'dom', 'esnext.disposable'], types: ['node'], typeRoots: [join(MODULES, '@types')] }
    // What other packages declare is theirs to check.
    const compilerOptions = {
      ...STRICT,
      ...types,
      skipLibCheck: true,
      module: 'nodenext',
      target: 'es2023',
      noEmit: true,
    }
    writeFileSync(join(recipesFolder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: files('.ts') }))
    await exec(process.execPath, [TSC, '-p', recipesFolder]).catch(({ stdout }) => expect.fail(stdout))
  })

  test('pass with Vitest, in a browser too where there is one', async () => {
    const { passed, failed } = await runWithVitest(recipesFolder, MODULES, await running())
    expect(failed).toEqual([])
    expect(passed.sort()).toEqual(titles.sort())
  })

  test.each(files('.mjs'))('pass with the test runner of Node: %s', async (file) => {
    expect(await runIn(recipesFolder, process.execPath, ['--test', '--test-reporter=tap', file])).toMatch(
      /^# pass [1-9]/m,
    )
  })

  test.skipIf(!hasPython)('pass with Python, where there is one', async () => {
    for (const file of files('.py'))
      expect(await runIn(recipesFolder, 'python3', [file], await running())).toMatch(/^Ran [1-9].*\n\nOK$/m)
  })
})

test('its program runs from there', async () => {
  const { stdout } = await exec(join(project, 'node_modules/.bin/issuer-sandbox'), ['--version'])
  expect(stdout).toBe(`${manifest.version}\n`)
})

test('nothing that is bundled is asked for again, and the packages it is built of are named', () => {
  expect(manifest).not.toHaveProperty('dependencies')
  expect(manifest).not.toHaveProperty('peerDependencies')
  for (const name of ['hono', '@hono/node-server', '@hono/zod-openapi', 'lowdb', '@faker-js/faker', 'vitest'])
    expect(Object.keys(manifest.devDependencies)).toContain(name)
})
