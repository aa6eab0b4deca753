import { faults } from '../faults/faults.ts'
import type { ScenarioLibrary } from './library.ts'
import type { Recipe, Scenario } from './schema.ts'
import { ScenarioError } from './unusable.ts'
import { readDraft } from './yaml-file.ts'

const FAULTS = faults.definition.name

/** What a file that can be used holds. */
export type Checked = { kind: 'scenario' | 'recipe'; records: number }

/**
 * Reads a scenario or a recipe and makes its records, which finds what only shows there.
 * @throws UnusableScenario all that is wrong with it at once
 */
export async function checkFile(file: string, library: ScenarioLibrary): Promise<Checked> {
  const draft = readDraft(file)
  const {
    value: scenario,
    issues: found,
    problems,
  } = 'recipe' in draft ? { ...draft.recipe, value: onlyRecipe(draft.recipe.value) } : draft.scenario
  const { recipes, from, missing } =
    'recipe' in draft
      ? { recipes: [draft.recipe.value], from: undefined, missing: [] }
      : await library.partsOf(scenario)
  const issues = [...found, ...missing, ...(await library.limitIssues(scenario.limits))]
  try {
    const population = scenario.population.filter(({ recipe }) => recipes.some(({ name }) => name === recipe))
    const { tables } = await library.materialise({ scenario: { ...scenario, population }, recipes, from })
    const records = [...tables].reduce((sum, [name, { rows }]) => sum + (name === FAULTS ? 0 : rows.size), 0)
    if (!issues.length) return { kind: 'recipe' in draft ? 'recipe' : 'scenario', records }
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    issues.push(...error.issues)
  }
  throw problems(issues)
}

/** A scenario of one recipe and nothing else. */
const onlyRecipe = (recipe: Recipe): Scenario => ({
  ...{ name: recipe.name, title: recipe.name, summary: recipe.about, story: recipe.about },
  ...{
    tags: [],
    seed: 1,
    clock: 'real',
    auth: 'relaxed',
    limits: {},
    cast: {},
    counters: {},
    records: {},
    faults: [],
    walkthrough: [],
  },
  population: [{ recipe: recipe.name }],
})
