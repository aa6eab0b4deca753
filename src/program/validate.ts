import { statSync } from 'node:fs'
import { scenarioLibrary } from '../assembly.ts'
import { DuplicateScenario, nameOfFile, yamlFilesIn } from '../kernel/scenario/scenario-files.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'

/** Checks files one by one, of a folder each that is in it, and tells of each; whether all can be used. */
export async function validate(paths: string[]): Promise<boolean> {
  let valid = true
  for (const path of paths)
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) valid = (await validateFolder(path)) && valid
    else valid = (await validateFile(path)) && valid
  return valid
}

async function validateFolder(folder: string): Promise<boolean> {
  const files = yamlFilesIn(folder)
  let valid = files.length > 0
  if (!valid) complain(`${folder}: no file in it ends in .yaml or .yml`)
  for (const file of files) {
    valid = (await validateFile(file)) && valid
    const namesakes = files.filter((other) => nameOfFile(other) === nameOfFile(file))
    if (namesakes.length < 2) continue
    valid = false
    if (file === namesakes[0]) complain(new DuplicateScenario(nameOfFile(file) ?? '', namesakes).message)
  }
  return valid
}

async function validateFile(file: string): Promise<boolean> {
  const { checkFile } = await import('../kernel/scenario/check-file.ts')
  try {
    const { kind, records } = await checkFile(file, scenarioLibrary())
    process.stdout.write(`${file}: a ${kind} of ${records} record${records === 1 ? '' : 's'}\n`)
    return true
  } catch (error) {
    if (!(error instanceof UnusableScenario)) throw error
    complain(error.message)
    return false
  }
}

const complain = (message: string) => process.stderr.write(`${message}\n`)
