import { join } from 'node:path'
import { Complaint } from '../complaint.ts'
import type { Scenario, ScenarioDefinition } from './schema.ts'

/** A scenario cannot be saved: its name is taken, there are too many, its file cannot be written. */
export class NotSaved extends Complaint {}

/** Each holds all of its records. */
const MOST = 50

/** Scenarios that were made of worlds: in memory, or in a folder where whoever runs the sandbox has named one. */
export class SavedScenarios {
  readonly #folder: string | undefined
  readonly #kept = new Map<string, ScenarioDefinition>()

  constructor(folder: string | undefined) {
    this.#folder = folder
  }

  /** Those in memory; files are found where all files are. */
  get names(): string[] {
    return [...this.#kept.keys()]
  }

  get(name: string): ScenarioDefinition | undefined {
    return this.#kept.get(name)
  }

  /** Gives the path of the file, if there is one. @throws NotSaved */
  async add(scenario: Scenario): Promise<string | undefined> {
    const { name } = scenario
    if (this.#folder !== undefined) {
      const { writeNewFile } = await import('./new-file.ts')
      return writeNewFile(join(this.#folder, `${name}.yaml`), scenario)
    }
    if (this.#kept.size >= MOST) throw new NotSaved(`${MOST} scenarios were saved, and there is no room for more`)
    this.#kept.set(name, { scenario, recipes: [] })
    return undefined
  }
}
