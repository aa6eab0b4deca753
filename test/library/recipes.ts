import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { browser, runs } from '../browsers.ts'
import { type CodeBlock, codeBlocksIn } from '../docs/markdown.ts'

const exec = promisify(execFile)

/** What recipes import beside the package; found in the project of a user, linked here. */
const TOOLS = ['vitest', 'msw', 'playwright-core']

/** The code of the pages that have recipes, with the names of the files that it is for. */
export const recipes: CodeBlock[] = ['README.md', 'docs/testing.md'].flatMap((path) =>
  codeBlocksIn({ path, text: readFileSync(path, 'utf8') }).filter(({ file }) => file !== undefined),
)

export const hasPython = runs('python3')

/** The recipe that is run where there is a browser, and type-checked anyway. */
const IN_BROWSER = 'playwright.test.ts'

/** The titles of the tests that Vitest is to pass. */
export const titles = recipes
  .filter(({ file = '' }) => file.endsWith('.test.ts') && (browser || file !== IN_BROWSER))
  .flatMap(({ text }) => [...text.matchAll(/^test(?:\.concurrent)?\('(.+?)',/gm)].map(([, title = '']) => title))

/** Writes the recipes into a folder of a project that has the package, with the tools that they are for beside them. */
export function writeRecipes(folder: string, modules: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  for (const tool of TOOLS) symlinkSync(join(modules, tool), join(folder, 'node_modules', tool))
  for (const { file = '', text } of recipes) writeFileSync(join(folder, file), text)
}

/** Environment of a process that is to know nothing of the tests it is started by. */
const outside = (added: Record<string, string>) => ({ PATH: process.env.PATH, HOME: process.env.HOME, ...added })

type Test = { title: string; status: string; failureMessages: string[] }

/** What Vitest reports of a file: its tests, or in `message` why it could not be read. */
type File = { message: string; assertionResults: Test[] }

/** Beside all other tests they wait for each other. */
const PATIENT = ['--testTimeout=60000', '--hookTimeout=60000']

/** Runs the recipes for Vitest: the titles of the tests that passed, and what it says of the others. */
export async function runWithVitest(folder: string, modules: string, env: Record<string, string>) {
  const skipped = browser ? [] : ['--exclude', IN_BROWSER]
  // A process for each file takes twice as long, and shows no more of what they say.
  const told = ['--root', folder, '--reporter=json', '--no-isolate', ...PATIENT, ...skipped]
  const args = [join(modules, 'vitest/vitest.mjs'), 'run', ...told]
  const options = { cwd: folder, env: outside({ ...env, ...(browser && { CHROMIUM: browser }) }) }
  // It reports failures too, and ends with 1.
  const { stdout } = await exec(process.execPath, args, options).catch((error) => error)
  const files: File[] = JSON.parse(stdout.slice(stdout.indexOf('{'))).testResults
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const unread = files.filter(({ assertionResults }) => !assertionResults.length).map(({ message }) => message)
  const failed = tests.filter(({ status }) => status !== 'passed')
  return {
    passed: tests.filter(({ status }) => status === 'passed').map(({ title }) => title),
    failed: [...unread, ...failed.map(({ title, failureMessages }) => [title, ...failureMessages].join('\n'))],
  }
}

/** Runs a command in the folder of the recipes. Rejects with what it says where it fails. */
export async function runIn(folder: string, command: string, args: string[], env: Record<string, string> = {}) {
  const { stdout, stderr } = await exec(command, args, { cwd: folder, env: outside(env) })
  return stdout + stderr
}
