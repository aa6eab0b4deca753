import { Command } from 'commander'
import { whenLoaded } from '../kernel/lazy.ts'
import { VERSION } from '../version.ts'
import { addCommands } from './commands.ts'
import { complain } from './complain.ts'
import { tellError } from './envelope.ts'
import { misspeltVariables, variablesIn } from './environment.ts'
import { dropUnset, type StartOptions, startOptions } from './options.ts'
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
      if (options.watch && options.scenarios === undefined)
        program.error('error: --watch (SANDBOX_WATCH) needs a folder to watch: --scenarios (SANDBOX_SCENARIOS)')
      const memory = options.memory && (fromFlag('memory') || !named)
      const { serve } = await import('./serve.ts')
      const misspelt = misspeltVariables(
        process.env,
        [program, ...program.commands].flatMap((command) => command.options),
      )
      await serve(options, { data: memory ? undefined : options.data, signals, warnings: misspelt })
    })
  for (const option of startOptions()) program.addOption(option)

  addCommands(program)
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
