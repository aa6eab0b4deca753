import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, put } from './places.mjs'

const COMPILED = join(DIST, 'compiled')
/** The records of scenarios of more people than this are made when they are loaded; their digest is known by then. */
const MANY_PEOPLE = 2000

/** Has the code that was just built make the scenarios, from their files alone. */
export async function compileScenarios({ scenarioLibrary }) {
  const library = scenarioLibrary({ compiled: false })
  const made = []
  for (const name of library.names) {
    const definition = await library.definition(name)
    const { base } = await library.start(name)
    const records = peopleOf(definition) > MANY_PEOPLE ? {} : { base: recordsOf(base) }
    put(join(COMPILED, `${name}.json`), JSON.stringify({ ...definition, ...records, digest: base.digest }))
    made.push(`${name}.json`)
  }
  for (const file of readdirSync(COMPILED))
    if (/^[^.].*\.json$/.test(file) && !made.includes(file)) rmSync(join(COMPILED, file), { force: true })
}

function recordsOf({ scenario, seed, counters, tables }) {
  const rows = Object.fromEntries([...tables].map(([type, table]) => [type, [...table.rows.values()]]))
  return { scenario, seed, counters, tables: rows }
}

function peopleOf({ scenario, recipes, from }) {
  const sizeOf = ({ recipe, people }) => people ?? recipes.find((candidate) => candidate.name === recipe).people
  return scenario.population.reduce((sum, crowd) => sum + sizeOf(crowd), from ? peopleOf(from) : 0)
}
