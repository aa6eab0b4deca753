import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import type { ClockStart } from '../clock.ts'
import { unknownLimits } from '../limits/profile.ts'
import { Base, digestInTurns } from '../states/base.ts'
import type { Auth, Limits, Start } from '../states/start.ts'
import { canonical, sha256 } from '../text/canonical.ts'
import { CompiledScenarios } from './compiled-scenarios.ts'
import { FileCache } from './file-cache.ts'
import { KnownStarts } from './known-starts.ts'
import { located } from './located.ts'
import { NotSaved, SavedScenarios } from './saved-scenarios.ts'
import { onlyOne, ScenarioFiles } from './scenario-files.ts'
import type { Recipe, Scenario, ScenarioDefinition } from './schema.ts'
import type { Contributions } from './slice.ts'
import {
  type Issue,
  orUnusable,
  ScenarioError,
  UnknownLimits,
  UnknownScenario,
  type UnusableScenario,
} from './unusable.ts'

/** What `load` and the start may choose beside the scenario's own. */
export type StartOptions = {
  seed?: number | undefined
  clock?: ClockStart | undefined
  auth?: Auth | undefined
  limits?: Limits | undefined
}

export type ScenarioFolders = {
  /** Scenario files, the built-in folder first; a later one may not reuse a name. */
  scenarios: string[]
  recipes: string
  /** Where the build puts compiled scenarios; what is not there is made from its file. */
  compiled?: string | undefined
}

type Missing = { missing: Issue[] }

type Listed = [name: string, definition: ScenarioDefinition | UnusableScenario]

/** Finds scenarios, makes their records, and keeps them to be shared while a workspace uses them. */
export class ScenarioLibrary {
  readonly #folders: ScenarioFolders
  readonly #contributions: () => Promise<Contributions>
  #cache = new FileCache()
  #bases = new KnownStarts()
  readonly #files: ScenarioFiles
  #compiled: CompiledScenarios
  readonly #saved: SavedScenarios

  /** `contributions` are asked for where records are made or limits chosen: what was made ahead of time needs none. */
  constructor(folders: ScenarioFolders, contributions: () => Promise<Contributions>) {
    this.#folders = folders
    this.#contributions = contributions
    this.#files = new ScenarioFiles(folders.scenarios)
    this.#compiled = new CompiledScenarios(folders.compiled)
    this.#saved = new SavedScenarios(folders.scenarios[1])
  }

  /** Another one of the same files, that need not make again what this one has made; what is saved in either is its own. */
  apart(): ScenarioLibrary {
    const other = new ScenarioLibrary(this.#folders, this.#contributions)
    other.#cache = this.#cache
    other.#compiled = this.#compiled
    other.#bases = this.#bases
    return other
  }

  get names(): string[] {
    return [...this.#files.names, ...this.#saved.names]
  }

  /** Takes a scenario in under its name; gives the path of its file, where it was written to one. @throws NotSaved */
  async save(scenario: Scenario): Promise<string | undefined> {
    if (this.names.includes(scenario.name)) throw new NotSaved(`there is a scenario '${scenario.name}' already`)
    return this.#saved.add(scenario)
  }

  /** @throws UnknownScenario, UnusableScenario */
  async definition(name: string): Promise<ScenarioDefinition> {
    return this.#saved.get(name) ?? this.#defined(name, this.#files.find(name))
  }

  /** All that there are, or what is wrong with them, by their names. The folders are looked through once for all. */
  async definitions(): Promise<Listed[]> {
    const known = [...this.#files.all].map(async ([name, files]): Promise<Listed> => {
      return [name, await orUnusable(async () => this.#defined(name, onlyOne(name, files)))]
    })
    const saved = this.#saved.names.map(async (name): Promise<Listed> => [name, await this.definition(name)])
    return Promise.all([...known, ...saved])
  }

  /** @throws UnknownScenario, UnusableScenario, UnknownLimits */
  async start(name: string, { seed, ...choice }: StartOptions = {}): Promise<Start> {
    if (choice.limits) await this.checkLimits(choice.limits)
    const file = this.#files.find(name)
    const compiled = file === undefined ? undefined : this.#compiled.find(name)
    const definition = compiled?.definition ?? (await this.definition(name))
    const { digest, records } = (seed ?? definition.scenario.seed) === definition.scenario.seed ? (compiled ?? {}) : {}
    const base =
      digest !== undefined && records
        ? await this.#bases.share(digest, definition, () => new Base(records(), digest))
        : await located(file, () => this.materialise(definition, seed, digest))
    const { clock, auth, limits } = definition.scenario
    return { base, clock: choice.clock ?? clock, auth: choice.auth ?? auth, limits: choice.limits ?? limits }
  }

  /**
   * The records of a definition for a seed, shared with every workspace on the same. `known` is their digest, where the build
   * has taken it.
   */
  async materialise(definition: ScenarioDefinition, seed = definition.scenario.seed, known?: string): Promise<Base> {
    return this.#bases.share(sha256(canonical([definition, seed])), definition, async () => {
      const { materialise } = await import('./materialise.ts')
      const { slices, objectionsTo } = await this.#contributions()
      const document = await materialise(definition, seed, slices, objectionsTo)
      return new Base(document, known ?? (await digestInTurns(document)))
    })
  }

  /** The records of this digest as the first release made them; undefined where it made others. */
  async materialiseEarlier(definition: ScenarioDefinition, seed: number, digest: string): Promise<Base | undefined> {
    const { materialise } = await import('./materialise.ts')
    const invention = await import('./data-version-1.ts')
    const { slices, objectionsTo } = await this.#contributions()
    const document = await materialise(definition, seed, invention.earlier(slices), objectionsTo, async () => invention)
    if (invention.digestOf(document) !== digest) return undefined
    return this.#bases.share(digest, definition, () => new Base(document, digest))
  }

  /** @throws UnknownLimits for those that no API of this library has */
  async checkLimits(limits: Limits): Promise<void> {
    const [first] = await this.limitIssues(limits)
    if (first) throw new UnknownLimits(first.message)
  }

  /** What of the limits of a scenario there is not. */
  async limitIssues(limits: Limits): Promise<Issue[]> {
    if (!Object.keys(limits).length) return []
    const known = (await this.#contributions()).slices.flatMap((slice) => slice.limits ?? [])
    return unknownLimits(limits, known).map(({ path, message }) => ({ path: ['limits', ...path], message }))
  }

  /** What a base of this library was made from. */
  definitionOf(base: Base): ScenarioDefinition {
    return this.#bases.definitionOf(base)
  }

  async #defined(name: string, file: string | undefined): Promise<ScenarioDefinition> {
    if (!file) throw new UnknownScenario(name, this.names)
    return this.#compiled.find(name)?.definition ?? this.#read(file)
  }

  async #read(file: string): Promise<ScenarioDefinition> {
    const { readScenarioFile } = await import('./yaml-file.ts')
    const scenario = this.#cache.read(file, readScenarioFile)
    return located(file, () => this.#whole(scenario))
  }

  /** A scenario with all that it names. @throws UnusableScenario */
  async #whole(scenario: Scenario): Promise<ScenarioDefinition> {
    const { recipes, from, missing } = await this.partsOf(scenario)
    const issues = [...missing, ...(await this.limitIssues(scenario.limits))]
    if (issues.length) throw new ScenarioError(issues)
    if (!from) return { scenario, recipes }
    return { scenario: { ...scenario, cast: { ...from.scenario.cast, ...scenario.cast } }, recipes, from }
  }

  /** The recipes that a scenario names, what it starts from, and what of them is not there. @throws UnusableScenario */
  async partsOf({ name, population, from: source }: Scenario): Promise<Omit<ScenarioDefinition, 'scenario'> & Missing> {
    const { readRecipeFile } = await import('./yaml-file.ts')
    const recipes = new Map<string, Recipe>()
    const missing: Issue[] = []
    population.forEach(({ recipe }, index) => {
      const file = join(this.#folders.recipes, `${recipe}.yaml`)
      if (existsSync(file)) recipes.set(recipe, this.#cache.read(file, readRecipeFile))
      else missing.push({ path: ['population', index, 'recipe'], message: `no such recipe '${recipe}'` })
    })
    const from = source === undefined ? undefined : await this.#source(source, name)
    if (typeof from === 'string') missing.push({ path: ['from'], message: from })
    return { recipes: [...recipes.values()], ...(typeof from === 'object' && { from }), missing }
  }

  /** The scenario that another one starts from, or why that cannot be. */
  async #source(name: string, heir: string): Promise<ScenarioDefinition | string> {
    if (name === heir) return `'${name}' cannot start from itself`
    const [builtIn = ''] = this.#folders.scenarios
    const file = this.#files.find(name)
    if (!file || dirname(file) !== normalize(builtIn)) return `no built-in scenario '${name}'`
    const definition = await this.#read(file)
    return definition.from ? `'${name}' starts from another one itself` : definition
  }
}
