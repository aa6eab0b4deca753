import { setTimeout as wait } from 'node:timers/promises'
import { checkFile } from '../kernel/scenario/check-file.ts'
import { stampOf } from '../kernel/scenario/file-cache.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import { nameOfFile, yamlFilesIn } from '../kernel/scenario/scenario-files.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'
import type { Log } from './log.ts'

// What is told of the scenario files in the folder of whoever runs the sandbox. Loading one reads it by itself.

/** How often it looks, in milliseconds. */
const LOOK_MS = 500

/** What is wrong with the files of a folder, a text for each that cannot be used. */
export async function unusableIn(folder: string, library: ScenarioLibrary): Promise<string[]> {
  const problems: string[] = []
  for (const file of yamlFilesIn(folder)) {
    const held = await heldBy(file, library)
    if (typeof held === 'string') problems.push(held)
  }
  return problems
}

/**
 * Tells of each file that comes, changes or goes, as long as the process lives. It looks itself: of a folder that is
 * mounted or was made anew, the system tells nothing.
 */
export async function watchFolder(folder: string, library: ScenarioLibrary, log: Log): Promise<never> {
  const told = stampsIn(folder)
  let seen = told
  for (;;) {
    await wait(LOOK_MS, undefined, { ref: false })
    const now = stampsIn(folder)
    for (const file of new Set([...told.keys(), ...now.keys()])) {
      const stamp = now.get(file)
      // What is still being written is told of when it is whole.
      if (stamp === told.get(file) || stamp !== seen.get(file)) continue
      if (stamp === undefined) told.delete(file)
      else told.set(file, stamp)
      await tellOf(file, stamp !== undefined, library, log)
    }
    seen = now
  }
}

async function tellOf(file: string, isThere: boolean, library: ScenarioLibrary, log: Log): Promise<void> {
  if (!isThere) return log.message(`${file}: gone; worlds that were made of it stay`)
  try {
    const held = await heldBy(file, library)
    if (typeof held === 'string') log.warning(held)
    else log.message(`${file}: a scenario of ${held} record${held === 1 ? '' : 's'}, for whoever loads it next`)
  } catch (error) {
    log.error(error)
  }
}

/** How many records a scenario file makes, or all that is wrong with it, as one line. */
async function heldBy(file: string, library: ScenarioLibrary): Promise<number | string> {
  try {
    const { records } = await checkFile(file, library)
    await library.definition(nameOfFile(file) ?? '')
    return records
  } catch (error) {
    if (!(error instanceof UnusableScenario)) throw error
    return error.message.replaceAll('\n', '; ')
  }
}

/** The files of a folder, each with what a change of it changes; one that cannot be read has none. */
function stampsIn(folder: string): Map<string, string> {
  try {
    return new Map(yamlFilesIn(folder).map((file) => [file, stampOf(file)]))
  } catch {
    return new Map()
  }
}
