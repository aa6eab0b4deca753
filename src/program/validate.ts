import { statSync } from 'node:fs'
import { scenarioLibrary } from '../assembly.ts'
import { DuplicateScenario, nameOfFile, yamlFilesIn } from '../kernel/scenario/scenario-files.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'
import { tell } from './envelope.ts'

/** What a file holds, or what is wrong with it: a line each. */
type Checked = { file: string; kind: string; records: number } | { file: string; problems: string[] }

/** Checks files one by one, of a folder each that is in it, and tells of each; whether all can be used. */
export async function validate(paths: string[], json?: true): Promise<boolean> {
  const checked: Checked[] = []
  for (const path of paths)
    for await (const one of checkedAt(path)) {
      checked.push(one)
      if (!json) say(one)
    }
  const valid = checked.every((one) => 'kind' in one)
  if (json) tell('validate', { status: valid ? 'ok' : 'failed', data: { files: checked } })
  return valid
}

async function* checkedAt(path: string): AsyncGenerator<Checked> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) yield* checkedIn(path)
  else yield checkedFile(path)
}

async function* checkedIn(folder: string): AsyncGenerator<Checked> {
  const files = yamlFilesIn(folder)
  if (!files.length) yield { file: folder, problems: [`${folder}: no file in it ends in .yaml or .yml`] }
  for (const file of files) {
    yield checkedFile(file)
    const namesakes = files.filter((other) => nameOfFile(other) === nameOfFile(file))
    if (namesakes.length < 2 || file !== namesakes[0]) continue
    yield { file, problems: [new DuplicateScenario(nameOfFile(file) ?? '', namesakes).message] }
  }
}

async function checkedFile(file: string): Promise<Checked> {
  const { checkFile } = await import('../kernel/scenario/check-file.ts')
  try {
    const { kind, records } = await checkFile(file, scenarioLibrary())
    return { file, kind, records }
  } catch (error) {
    if (!(error instanceof UnusableScenario)) throw error
    return { file, problems: error.message.split('\n') }
  }
}

function say(one: Checked): void {
  if ('problems' in one) process.stderr.write(`${one.problems.join('\n')}\n`)
  else process.stdout.write(`${one.file}: a ${one.kind} of ${one.records} record${one.records === 1 ? '' : 's'}\n`)
}
