import { join } from 'node:path'
import { put, ROOT } from './places.mjs'

/** Has the code that was just built tell editors what scenario files hold. */
export async function describeScenarios({ scenarioSchemas }) {
  for (const [name, schema] of Object.entries(await scenarioSchemas()))
    put(join(ROOT, 'schemas', name), `${JSON.stringify(schema, null, 2)}\n`)
}
