import { InvalidArgumentError, Option } from 'commander'
import { clockInstant, isPeriod, periodLength } from '../kernel/clock.ts'
import { Complaint } from '../kernel/complaint.ts'

/** The flags of the start, each with its environment variable; flags win (design 3.1). */
export type StartOptions = {
  port: number
  host: string
  scenario: string
  seed?: number
  data: string
  memory?: true
  fresh?: true
  clock?: string
  scenarios?: string
  envelope: 'wrapped' | 'bare'
  maxWorkspaces: number
  workspaceTtl?: string
  log?: LogFormat
}

export type LogFormat = 'pretty' | 'json' | 'silent'

const whole = (from: number, to: number) => (text: string) => {
  const number = Number(text)
  if (/^-?\d+$/.test(text) && number >= from && number <= to) return number
  throw new InvalidArgumentError(`Give a whole number from ${from} to ${to}.`)
}

function notEmpty(text: string): string {
  if (text.trim()) return text
  throw new InvalidArgumentError('It is empty.')
}

function clock(text: string): string {
  if (text === 'real' || !Number.isNaN(clockInstant(text))) return text
  throw new InvalidArgumentError("Give 'real' or an ISO instant such as 2026-03-02T09:00:00Z.")
}

function timeToLive(text: string): string {
  if (text === 'off' || (isPeriod(text) && periodLength(text) > 0)) return text
  throw new InvalidArgumentError("Give an ISO duration such as P1D or PT2H, or 'off'.")
}

/** Where the sandbox listens, or is looked for. */
const addressOptions = (port: string, host: string, first: number): Option[] => [
  new Option('--port <number>', port).env('PORT').default(4020).argParser(whole(first, 65535)),
  new Option('--host <address>', host).env('HOST').default('127.0.0.1').argParser(notEmpty),
]

export const healthcheckOptions = (): Option[] =>
  addressOptions('port that it listens on', 'address that it listens on', 1)

export const scenariosOption = (): Option =>
  new Option('--scenarios <folder>', 'further scenario files, beside the built-in ones')
    .env('SANDBOX_SCENARIOS')
    .argParser(notEmpty)

export const startOptions = (): Option[] => [
  ...addressOptions('port to listen on; 0 picks a free one', 'address to listen on', 0),
  new Option('--scenario <name>', 'scenario to start with').env('SANDBOX_SCENARIO').default('quickstart'),
  new Option('--seed <number>', 'seed of its generated data, instead of its own')
    .env('SANDBOX_SEED')
    .argParser(whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
  new Option('--data <folder>', 'folder of the state files, one a workspace')
    .env('SANDBOX_DATA')
    .default('./data')
    .argParser(notEmpty),
  new Option('--memory', 'keep everything in memory, no files').env('SANDBOX_MEMORY'),
  new Option('--fresh', 'replace state files instead of resuming them').env('SANDBOX_FRESH'),
  scenariosOption(),
  new Option('--clock <start>', "'real', or an ISO instant to freeze at, instead of the scenario's")
    .env('SANDBOX_CLOCK')
    .argParser(clock),
  new Option('--envelope <form>', 'First Vision success bodies')
    .env('SANDBOX_ENVELOPE')
    .choices(['wrapped', 'bare'])
    .default('wrapped'),
  new Option('--max-workspaces <number>', 'workspaces in memory at once')
    .env('SANDBOX_MAX_WORKSPACES')
    .default(1000)
    .argParser(whole(1, 1_000_000)),
  new Option(
    '--workspace-ttl <duration>',
    "after which a workspace that nobody asked for goes, or 'off' (default: P1D in memory, 'off' with --data)",
  )
    .env('SANDBOX_WORKSPACE_TTL')
    .argParser(timeToLive),
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
