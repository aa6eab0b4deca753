import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BaseDocument } from '../base.ts'
import { FileCache } from './file-cache.ts'
import type { ScenarioDefinition } from './schema.ts'

/** A scenario made ahead of time, at build: its records for its own seed, with their digest. */
export type CompiledScenario = ScenarioDefinition & { base: BaseDocument; digest: string }

/** Where the build puts them. Names are those of scenarios that there are, never such as came from a path of the wire. */
export class CompiledScenarios {
  readonly #folder: string | undefined
  readonly #cache = new FileCache()

  constructor(folder: string | undefined) {
    this.#folder = folder
  }

  /** With its records, read for who uses them now. */
  whole(name: string): CompiledScenario | undefined {
    const file = this.#fileOf(name)
    return file === undefined ? undefined : read(file)
  }

  /** What it was made from, kept as long as its file is the same. */
  definition(name: string): ScenarioDefinition | undefined {
    const file = this.#fileOf(name)
    return file === undefined ? undefined : this.#cache.read(file, definitionIn)
  }

  #fileOf(name: string): string | undefined {
    const file = this.#folder && join(this.#folder, `${name}.json`)
    return file && existsSync(file) ? file : undefined
  }
}

const read = (file: string): CompiledScenario => JSON.parse(readFileSync(file, 'utf8'))

function definitionIn(file: string): ScenarioDefinition {
  const { scenario, recipes, from } = read(file)
  return { scenario, recipes, ...(from && { from }) }
}
