import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, put } from './places.mjs'

const COMPILED = join(DIST, 'compiled')
/** Scenarios of more people than this are made when they are loaded. */
const MANY_PEOPLE = 2000

/** Has the code that was just built make the scenarios, from their files alone. */
export async function compileScenarios({ scenarioLibrary }) {
  const library = scenarioLibrary({ compiled: false })
  const made = []
  for (const name of library.names) {
    const definition = await library.definition(name)
    if (peopleOf(definition) > MANY_PEOPLE) continue
    const { seed, counters, tables, digest } = (await library.start(name)).base
    const rows = Object.fromEntries([...tables].map(([type, table]) => [type, [...table.rows.values()]]))
    const base = { scenario: name, seed, counters, tables: rows }
    put(join(COMPILED, `${name}.json`), JSON.stringify({ ...definition, base, digest }))
    made.push(`${name}.json`)
  }
  for (const file of readdirSync(COMPILED))
    if (/^[^.].*\.json$/.test(file) && !made.includes(file)) rmSync(join(COMPILED, file), { force: true })
}

function peopleOf({ scenario, recipes, from }) {
  const sizeOf = ({ recipe, people }) => people ?? recipes.find((candidate) => candidate.name === recipe).people
  return scenario.population.reduce((sum, crowd) => sum + sizeOf(crowd), from ? peopleOf(from) : 0)
}
