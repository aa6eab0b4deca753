import { existsSync, readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { UnusableScenario } from './unusable.ts'

export class DuplicateScenario extends UnusableScenario {
  constructor(name: string, [first, second]: string[]) {
    super(`two files for the scenario '${name}': ${first} and ${second}; rename one`)
  }
}

const EXTENSION = /^\.ya?ml$/i

/** What a file is named for, without its folder and ending; undefined unless it is YAML. */
export function nameOfFile(file: string): string | undefined {
  const extension = extname(file)
  return EXTENSION.test(extension) ? basename(file, extension) : undefined
}

/** The YAML files of a folder, in order. */
export function yamlFilesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((file) => nameOfFile(file) !== undefined)
  return names.sort().map((file) => join(folder, file))
}

/** Finds the files of scenarios by name. It looks anew each time, so that a file that came or went is noticed. */
export class ScenarioFiles {
  readonly #folders: string[]

  /** @throws DuplicateScenario; what the file system says of a folder that cannot be read */
  constructor(folders: string[]) {
    this.#folders = folders
    for (const [name, files] of filesByName(folders)) onlyOne(name, files)
  }

  get names(): string[] {
    return [...this.all.keys()]
  }

  /** @throws DuplicateScenario where a second file has come since the start */
  find(name: string): string | undefined {
    const files = this.all.get(name)
    return files && onlyOne(name, files)
  }

  /** The files of each name; a folder that has gone since holds none. */
  get all(): Map<string, string[]> {
    return filesByName(this.#folders.filter((folder) => existsSync(folder)))
  }
}

function filesByName(folders: string[]): Map<string, string[]> {
  const byName = new Map<string, string[]>()
  for (const file of folders.flatMap(yamlFilesIn)) {
    const name = nameOfFile(file) ?? ''
    byName.set(name, [...(byName.get(name) ?? []), file])
  }
  return byName
}

/** @throws DuplicateScenario */
export function onlyOne(name: string, files: string[]): string | undefined {
  if (files.length > 1) throw new DuplicateScenario(name, files)
  return files[0]
}
