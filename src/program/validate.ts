import { scenarioLibrary } from '../assembly.ts'
import type { Recipe, ScenarioDefinition } from '../kernel/scenario/schema.ts'
import { ScenarioError, UnusableScenario } from '../kernel/scenario/unusable.ts'

/** Checks files one by one and tells of each; whether all can be used. */
export async function validate(files: string[]): Promise<boolean> {
  let valid = true
  for (const file of files)
    try {
      process.stdout.write(`${file}: ${await check(file)}\n`)
    } catch (error) {
      if (!(error instanceof UnusableScenario)) throw error
      valid = false
      process.stderr.write(`${error.message}\n`)
    }
  return valid
}

/** Reads a file and makes its records, which finds what only shows there. */
async function check(file: string): Promise<string> {
  const { locate, readEither } = await import('../kernel/scenario/yaml-file.ts')
  const library = scenarioLibrary()
  const read = readEither(file)
  try {
    const { tables } = await library.materialise(
      'recipe' in read ? onlyRecipe(read.recipe) : await library.withRecipes(read.scenario),
    )
    const records = [...tables.values()].reduce((sum, { rows }) => sum + rows.size, 0)
    return `${'recipe' in read ? 'a recipe' : 'a scenario'} of ${records} record${records === 1 ? '' : 's'}`
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    throw locate(file, error)
  }
}

/** A scenario of one recipe and nothing else. */
const onlyRecipe = (recipe: Recipe): ScenarioDefinition => ({
  scenario: {
    ...{ name: recipe.name, title: recipe.name, summary: recipe.about, story: recipe.about },
    ...{ tags: [], seed: 1, clock: 'real', cast: {}, counters: {}, records: {}, walkthrough: [] },
    population: [{ recipe: recipe.name }],
  },
  recipes: [recipe],
})
