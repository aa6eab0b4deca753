import { Option } from 'commander'
import { lazy } from '../kernel/lazy.ts'
import { checked, jsonOption } from './options.ts'

// The flags of commands that ask a running sandbox.

const decimal = (text: string): number => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN)

const asked = lazy(() => import('./asking-schemas.ts'))

const percent = (flag: string, description: string): Option =>
  new Option(flag, description).default(0).argParser(checked(() => asked().share, decimal))

const urlOption = (): Option =>
  new Option('--url <url>', 'where the sandbox is')
    .default('http://127.0.0.1:4020')
    .argParser(checked(() => asked().baseUrl))

export const coverageOptions = (): Option[] => [
  urlOption(),
  new Option('--workspace <name>', 'whose requests count; those of the default one unless said').argParser(
    checked(() => asked().workspaceName),
  ),
  new Option('--api <name>', 'only the operations of this API'),
  percent('--min <percent>', 'how many of the operations must be exercised at least'),
  percent('--min-codes <percent>', 'how many of their codes must be answered at least'),
  new Option('--junit <file>', 'writes a report as JUnit XML'),
  new Option('--ctrf <file>', 'writes a report in the Common Test Report Format'),
  new Option('--token <token>', 'the token that the sandbox demands, if any')
    .env('SANDBOX_READ_TOKEN')
    .argParser(checked(({ settings }) => settings.readToken)),
  jsonOption(),
]

export const saveOptions = (): Option[] => [
  urlOption(),
  new Option('--workspace <name>', 'which workspace; the default one unless said').argParser(
    checked(() => asked().workspaceName),
  ),
  new Option('--records <moment>', 'its records as they are, or as they were before its first step, with its steps')
    .choices(['now', 'start'])
    .default('now'),
  new Option('--title <text>', 'what the scenario is called').argParser(checked(({ filled }) => filled)),
  new Option('--output <file>', 'where to write it, instead of NAME.yaml').argParser(checked(({ filled }) => filled)),
  new Option('--token <token>', 'the token that the sandbox demands, if any')
    .env('SANDBOX_ADMIN_TOKEN')
    .argParser(checked(({ settings }) => settings.adminToken)),
  jsonOption(),
]
