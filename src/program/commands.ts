import type { Command } from 'commander'
import { coverageOptions, saveOptions } from './asking-options.ts'
import type { MinimizeOptions } from './cases/minimize.ts'
import { minimizeOptions, parityOptions, replayOptions } from './cases/options.ts'
import type { ParityOptions } from './cases/parity.ts'
import type { ReplayOptions } from './cases/replay.ts'
import type { CoverageOptions } from './gate/command.ts'
import { formOption, healthcheckOptions, jsonOption, scenariosOption, toOption } from './options.ts'
import type { RunOptions } from './run.ts'
import type { SaveOptions } from './save.ts'
import type { ShowOptions } from './scenarios.ts'

/** Adds what the program does beside serving; each command is loaded when it is the one that is asked for. */
export function addCommands(program: Command): void {
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
}
