import { InvalidArgumentError, Option } from 'commander'
import type * as z from 'zod'
import { CHOICES, DEFAULTS } from '../defaults.ts'
import { Complaint } from '../kernel/complaint.ts'
import { lazy } from '../kernel/lazy.ts'

/** The flags of the start, each with its environment variable; flags win (decision Start). */
export type StartOptions = {
  port: number
  host: string
  scenario: string
  seed?: number
  data: string
  memory?: true
  fresh?: true
  sync?: true
  clock?: string
  auth?: 'relaxed' | 'strict'
  snapshot?: string
  evidence?: string
  scenarios?: string
  watch?: true
  envelope: 'wrapped' | 'bare'
  maxWorkspaces: number
  workspaceTtl?: string
  cors?: string[]
  allowHost?: string[]
  adminToken?: string
  readToken?: string
  exitWithParent?: true
  node?: string
  /** Milliseconds. */
  drain: number
  log?: LogFormat
}

export type LogFormat = 'pretty' | 'json' | 'silent'

/** What the library's options are held against. */
type Known = typeof import('../options.ts')

/** Schemas take a tenth of a start to load: that is for whoever gives a flag or a variable that needs one. */
const known = lazy(() => import('../options.ts'))

/** Holds a flag's text, or what it reads as, against the schema of its value. */
export const checked =
  <Value>(schemaIn: (known: Known) => z.ZodType<Value>, read: (text: string) => unknown = String) =>
  (text: string): Value => {
    const { success, data, error } = schemaIn(known()).safeParse(read(text))
    if (success) return data
    throw new InvalidArgumentError(error.issues[0]?.message ?? '')
  }

/** Holds the parts of a list against its schema, and puts them after those of the flag's last mention. */
const listed =
  (schemaIn: (known: Known) => z.ZodType<string[] | undefined>) =>
  (text: string, before: string[] = []): string[] => {
    const parts = text.split(',').map((part) => part.trim())
    return [...before, ...(checked(schemaIn, () => parts)(text) ?? [])]
  }

/** Digits alone: no exponent, no hexadecimal, no empty text. */
const number = (text: string): number => (/^-?\d+$/.test(text) ? Number(text) : Number.NaN)

/** Told at nearly every start, so read without a schema. */
const portFrom =
  (first: number) =>
  (text: string): number => {
    const port = number(text)
    if (port >= first && port <= 65535) return port
    throw new InvalidArgumentError(`Give a whole number from ${first} to 65535.`)
  }

/** An address of IPv6 may stand in brackets, as in a URL. */
function address(text: string): string {
  const bare = text.replace(/^\[(.*)\]$/, '$1')
  if (bare.trim() === '') throw new InvalidArgumentError('It is empty.')
  return bare
}

/** Where the sandbox listens, or is looked for. */
const addressOptions = (port: string, host: string, first: number): Option[] => [
  new Option('--port <number>', port).env('PORT').default(4020).argParser(portFrom(first)),
  new Option('--host <address>', host).env('HOST').default('127.0.0.1').argParser(address),
]

export const healthcheckOptions = (): Option[] =>
  addressOptions('port that it listens on', 'address that it listens on', 1)

export const formOption = (): Option =>
  new Option('--as <form>', 'its walkthrough for another tool').choices(['http', 'sh', 'postman', 'arazzo'])

export const jsonOption = (): Option => new Option('--json', 'tells it as JSON')

export const scenariosOption = (): Option =>
  new Option('--scenarios <folder>', 'further scenario files, beside the built-in ones')
    .env('SANDBOX_SCENARIOS')
    .argParser(checked(({ settings }) => settings.scenarios))

export const toOption = (): Option =>
  new Option('--to <number>', 'the step after which to stop').argParser(
    checked(({ whole }) => whole(1, 1_000_000), number),
  )

export const startOptions = (): Option[] => [
  ...addressOptions('port to listen on; 0 picks a free one', 'address to listen on', 0),
  new Option('--scenario <name>', 'scenario to start with')
    .env('SANDBOX_SCENARIO')
    .default(DEFAULTS.scenario)
    .argParser(checked(({ settings }) => settings.scenario)),
  new Option('--seed <number>', 'seed of its generated data, instead of its own')
    .env('SANDBOX_SEED')
    .argParser(checked(({ settings }) => settings.seed, number)),
  new Option(
    '--data <place>',
    'folder of the state files, one a workspace; or redis://…, which several sandboxes share',
  )
    .env('SANDBOX_DATA')
    .default('./data')
    .argParser(checked(({ settings }) => settings.data)),
  new Option('--memory', 'keep everything in memory, no files').env('SANDBOX_MEMORY'),
  new Option('--fresh', 'replace state files instead of resuming them').env('SANDBOX_FRESH'),
  new Option('--sync', 'have each change outlast a power cut before it is answered, not the process alone').env(
    'SANDBOX_SYNC',
  ),
  new Option('--snapshot <file>', 'an exported state that the default workspace starts from')
    .env('SANDBOX_SNAPSHOT')
    .argParser(checked(({ settings }) => settings.snapshot)),
  new Option('--evidence <file>', 'what `parity` wrote: the catalogue shows it beside what rules are founded on')
    .env('SANDBOX_EVIDENCE')
    .argParser(checked(({ settings }) => settings.evidence)),
  scenariosOption(),
  new Option('--watch', 'log what is right or wrong with those files as they change').env('SANDBOX_WATCH'),
  new Option('--clock <start>', "'real', or an ISO instant to freeze at, instead of the scenario's")
    .env('SANDBOX_CLOCK')
    .argParser(checked(({ settings }) => settings.clock)),
  new Option('--auth <mode>', 'whether credentials are demanded, instead of as the scenario has it')
    .env('SANDBOX_AUTH')
    .choices(CHOICES.auth),
  new Option('--envelope <form>', 'First Vision success bodies')
    .env('SANDBOX_ENVELOPE')
    .choices(CHOICES.envelope)
    .default(DEFAULTS.envelope),
  new Option('--max-workspaces <number>', 'workspaces in memory at once')
    .env('SANDBOX_MAX_WORKSPACES')
    .default(DEFAULTS.maxWorkspaces)
    .argParser(checked(({ settings }) => settings.maxWorkspaces, number)),
  new Option(
    '--workspace-ttl <duration>',
    "after which a workspace that nobody asked for goes, or 'off' (default: P1D in memory, 'off' with --data)",
  )
    .env('SANDBOX_WORKSPACE_TTL')
    .argParser(checked(({ settings }) => settings.workspaceTtl)),
  new Option('--cors <origins>', 'origins whose pages may call it, or *; repeat it, or part them by commas')
    .env('SANDBOX_CORS')
    .argParser(listed(({ settings }) => settings.cors)),
  new Option('--allow-host <names>', 'further names that it answers to; repeat it, or part them by commas')
    .env('SANDBOX_ALLOW_HOST')
    .argParser(listed(({ settings }) => settings.allowHost)),
  new Option('--admin-token <token>', 'what the control plane demands as a bearer token')
    .env('SANDBOX_ADMIN_TOKEN')
    .argParser(checked(({ settings }) => settings.adminToken)),
  new Option('--read-token <token>', 'a second such token, that may only read')
    .env('SANDBOX_READ_TOKEN')
    .argParser(checked(({ settings }) => settings.readToken)),
  new Option('--exit-with-parent', 'stop when the process that started it ends, or closes its standard input').env(
    'SANDBOX_EXIT_WITH_PARENT',
  ),
  new Option('--node <name>', 'what it is called among others: told in X-Sandbox-Node, the log and info')
    .env('SANDBOX_NODE')
    .argParser(checked(({ nodeName }) => nodeName)),
  new Option('--drain <duration>', 'how long it serves on at a stop while it says that it is not ready')
    .env('SANDBOX_DRAIN')
    .default(0)
    .argParser(checked(({ drainLength }) => drainLength)),
  new Option('--log <form>', "log of requests (default: 'pretty' on a terminal, else 'json')")
    .env('SANDBOX_LOG')
    .choices(['pretty', 'json', 'silent']),
]

/** Takes out of the environment what is as good as not set: empty variables, and switches that say no. */
export function dropUnset(options: readonly Option[], env: NodeJS.ProcessEnv): void {
  for (const { envVar, required } of options) {
    const value = envVar === undefined ? undefined : env[envVar]
    if (envVar === undefined || value === undefined) continue
    if (value === '' || (!required && /^(?:0|false|no|off)$/i.test(value))) delete env[envVar]
    else if (!required && !/^(?:1|true|yes|on)$/i.test(value))
      throw new Complaint(`${envVar} is '${value}'; give 1, or leave it out`)
  }
}
