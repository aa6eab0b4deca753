import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BaseDocument } from '../states/base.ts'
import { FileCache } from './file-cache.ts'
import type { ScenarioDefinition } from './schema.ts'

/** A scenario as the build left it, with the digest of its records for its own seed; and with them, unless there are very many. */
type CompiledScenario = ScenarioDefinition & { base?: BaseDocument; digest: string }

/** One that was found, and its records where the build left them: they are read where nobody has them. */
export type Found = { definition: ScenarioDefinition; digest: string; records?: (() => BaseDocument) | undefined }

/** Where the build puts them. Names are those of scenarios that there are, never such as came from a path of the wire. */
export class CompiledScenarios {
  readonly #folder: string | undefined
  readonly #cache = new FileCache()

  constructor(folder: string | undefined) {
    this.#folder = folder
  }

  /** What is known of it is kept as long as its file is the same; its records are kept by who uses them. */
  find(name: string): Found | undefined {
    const file = this.#folder && join(this.#folder, `${name}.json`)
    if (!file || !existsSync(file)) return undefined
    let whole: CompiledScenario | undefined
    const { hasRecords, ...known } = this.#cache.read(file, () => {
      whole = read(file)
      return knownOf(whole)
    })
    return { ...known, ...(hasRecords && { records: () => (whole ?? read(file)).base as BaseDocument }) }
  }
}

const read = (file: string): CompiledScenario => JSON.parse(readFileSync(file, 'utf8'))

const knownOf = ({ scenario, recipes, from, digest, base }: CompiledScenario) => ({
  definition: { scenario, recipes, ...(from && { from }) },
  digest,
  hasRecords: base !== undefined,
})
