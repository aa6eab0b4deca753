import type { Base } from '../states/base.ts'
import type { ScenarioDefinition } from './schema.ts'

/** The starts that workspaces share, for as long as one of them uses them, and what they were made from. */
export class KnownStarts {
  readonly #bases = new Map<string, WeakRef<Base>>()
  readonly #definitions = new WeakMap<Base, ScenarioDefinition>()

  async share(key: string, definition: ScenarioDefinition, make: () => Base | Promise<Base>): Promise<Base> {
    const kept = this.#bases.get(key)?.deref()
    if (kept) return kept
    const base = await make()
    this.#bases.set(key, new WeakRef(base))
    const { scenario, recipes, from } = definition
    this.#definitions.set(base, { scenario, recipes, ...(from && { from }) })
    return base
  }

  definitionOf(base: Base): ScenarioDefinition {
    const definition = this.#definitions.get(base)
    if (!definition) throw new Error(`the base of '${base.scenario}' was made elsewhere`)
    return definition
  }
}
