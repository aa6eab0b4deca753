import { writeFileSync } from 'node:fs'
import { NotSaved } from './saved-scenarios.ts'
import type { Scenario } from './schema.ts'
import { written } from './written.ts'
import { yamlText } from './yaml-text.ts'

/** Writes a scenario where no file is yet, and gives the path. @throws NotSaved */
export function writeNewFile(path: string, scenario: Scenario): string {
  try {
    writeFileSync(path, yamlText(written(scenario)), { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new NotSaved(code === 'EEXIST' ? `${path} is there already` : `${path} cannot be written (${code})`)
  }
  return path
}
