import { Command } from 'commander'
import { whenLoaded } from '../kernel/lazy.ts'
import { VERSION } from '../version.ts'
import { coverageOptions, saveOptions } from './asking-options.ts'
import type { MinimizeOptions } from './cases/minimize.ts'
import { minimizeOptions, parityOptions, replayOptions } from './cases/options.ts'
import type { ParityOptions } from './cases/parity.ts'
import type { ReplayOptions } from './cases/replay.ts'
import { complain } from './complain.ts'
import { tellError } from './envelope.ts'
import { misspeltVariables, variablesIn } from './environment.ts'
import type { CoverageOptions } from './gate/command.ts'
import {
  dropUnset,
  formOption,
  healthcheckOptions,
  jsonOption,
  type StartOptions,
  scenariosOption,
  startOptions,
  toOption,
} from './options.ts'
import type { RunOptions } from './run.ts'
import type { SaveOptions } from './save.ts'
import type { ShowOptions } from './scenarios.ts'
import type { Signals } from './signals.ts'

/** Runs the command that the arguments ask for. What goes wrong is told in one line, with exit code 1. */
export async function run(argv: string[], signals: Signals): Promise<void> {
  // Whoever read our lines may have gone; that is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  let running: Command | undefined
  try {
    // From its beginning, where a flag turns out to need what is not loaded.
    await whenLoaded(() => {
      const program = commandLine(signals)
      program.hook('preAction', (_program, command) => {
        running = command
      })
      return program.parseAsync(argv)
    })
  } catch (error) {
    complain(error, (message) => (running ? variablesIn(message, running) : []))
    if (running?.opts().json) tellError(running.name(), (error as Error).message)
    process.exitCode = running ? failureOf(running) : 1
  }
}

/** They exit with 1 where what they ask for is not so, so with another code where they could not ask. */
const JUDGES = ['coverage', 'replay', 'minimize', 'parity']
const NOT_JUDGED = 2
/** What a command exits with that could not be carried out. */
const failureOf = (command: Command): number => (JUDGES.includes(command.name()) ? NOT_JUDGED : 1)

function commandLine(signals: Signals): Command {
  const program = new Command('issuer-sandbox')
    .description('A stateful, deterministic sandbox of two card-issuing customer APIs. Without a command, it serves.')
    .version(VERSION)
    .enablePositionalOptions()
    .allowExcessArguments()
    .configureOutput({ outputError: (text, write) => write(`${text.trim().replace(/\s*\n\s*/g, ' ')}\n`) })
    .action(async (options: StartOptions, { args: [unknown] }: Command) => {
      if (unknown !== undefined) program.error(`error: unknown command '${unknown}'; see --help`)
      // A folder that is named beats a default of memory only, and a flag beats the environment.
      const fromFlag = (name: string) => program.getOptionValueSource(name) === 'cli'
      const named = program.getOptionValueSource('data') !== 'default'
      if (fromFlag('data') && fromFlag('memory')) program.error('error: --data and --memory exclude each other')
      const memory = options.memory && (fromFlag('memory') || !named)
      const { serve } = await import('./serve.ts')
      const misspelt = misspeltVariables(
        process.env,
        [program, ...program.commands].flatMap((command) => command.options),
      )
      await serve(options, { data: memory ? undefined : options.data, signals, warnings: misspelt })
    })
  for (const option of startOptions()) program.addOption(option)

  program
    .command('scenarios')
    .description('list the scenarios, or show one')
    .argument('[name]')
    .option('--search <words>', 'only those whose story, cast or steps speak of all these words')
    .addOption(formOption())
    .addOption(scenariosOption())
    .addOption(jsonOption())
    .action(async (name: string | undefined, options: ShowOptions) => {
      const { showScenario, showScenarios } = await import('./scenarios.ts')
      await (name === undefined ? showScenarios(options) : showScenario(name, options))
    })

  program
    .command('run')
    .description('play the walkthrough of a scenario in memory, and show what each step answers')
    .argument('<name>')
    .addOption(toOption())
    .addOption(scenariosOption())
    .addOption(jsonOption())
    .action(async (name: string, options: RunOptions) => {
      const { runWalkthrough } = await import('./run.ts')
      if (!(await runWalkthrough(name, options))) process.exitCode = 1
    })

  program
    .command('openapi')
    .description('show the OpenAPI document of an API')
    .argument('<name>')
    .action(async (name: string) => {
      const { showDocument } = await import('./openapi.ts')
      await showDocument(name)
    })

  program
    .command('validate')
    .description('check scenario files and recipes, and those of folders')
    .argument('<file...>')
    .addOption(jsonOption())
    .action(async (files: string[], { json }: { json?: true }) => {
      const { validate } = await import('./validate.ts')
      if (!(await validate(files, json))) process.exitCode = 1
    })

  const replay = program
    .command('replay')
    .description('play a case file again: exit code 0 if it comes out the same')
    .argument('<case>')
    .action(async (file: string, options: ReplayOptions) => {
      const { replayFile } = await import('./cases/replay.ts')
      process.exitCode = await replayFile(file, options)
    })
  for (const option of replayOptions()) replay.addOption(option)

  const minimize = program
    .command('minimize')
    .description('find the fewest steps of a case file that still come to its last answer, or to what is named')
    .argument('<case>')
    .action(async (file: string, options: MinimizeOptions) => {
      const { minimizeFile } = await import('./cases/minimize.ts')
      await minimizeFile(file, options)
    })
  for (const option of minimizeOptions()) minimize.addOption(option)

  const save = program
    .command('save')
    .description('make a scenario of a workspace of a running sandbox, and write its file')
    .argument('<name>')
    .action(async (name: string, options: SaveOptions) => {
      const { saveWorld } = await import('./save.ts')
      await saveWorld(name, options)
    })
  for (const option of saveOptions()) save.addOption(option)

  const parity = program
    .command('parity')
    .description("play a case file at the platform's own sandbox: exit code 0 if it answers the same")
    .argument('<case>')
    .action(async (file: string, options: ParityOptions) => {
      const { holdAgainst } = await import('./cases/parity.ts')
      process.exitCode = await holdAgainst(file, options)
    })
  for (const option of parityOptions()) parity.addOption(option)

  const coverage = program
    .command('coverage')
    .description('what of the APIs was exercised at a running sandbox: exit code 0 if it is enough')
    .action(async (options: CoverageOptions) => {
      const { checkCoverage } = await import('./gate/command.ts')
      if (!(await checkCoverage(options))) process.exitCode = 1
    })
  for (const option of coverageOptions()) coverage.addOption(option)

  const healthcheck = program
    .command('healthcheck')
    .description('whether a running sandbox is ready: exit code 0 if it is')
    .action(async ({ host, port }: { host: string; port: number }) => {
      const { healthcheck } = await import('./healthcheck.ts')
      await healthcheck(host, port)
    })
  for (const option of healthcheckOptions()) healthcheck.addOption(option)

  program.hook('preSubcommand', (_program, command) => {
    // A flag may stand before the command that it is for.
    for (const option of program.options) {
      const name = option.attributeName()
      if (program.getOptionValueSource(name) !== 'cli') continue
      if (!command.options.some((own) => own.long === option.long))
        program.error(`error: '${command.name()}' takes no ${option.long}`)
      command.setOptionValueWithSource(name, program.getOptionValue(name), 'cli')
    }
  })
  for (const command of [program, ...program.commands]) dropUnset(command.options, process.env)
  for (const command of program.commands)
    command.copyInheritedSettings(program).allowExcessArguments(false).version(VERSION)
  for (const command of program.commands)
    command.exitOverride(({ exitCode, message }) => {
      // What it was asked was not understood, so its options are not known either.
      if (exitCode && process.argv.includes('--json')) tellError(command.name(), message.replace(/^error: /, ''))
      process.exit(exitCode && failureOf(command))
    })
  return program
}
