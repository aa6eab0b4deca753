import { assemble, scenarioLibrary } from '../assembly.ts'
import { pageOf } from '../http/walkthrough/page.ts'
import { Complaint } from '../kernel/complaint.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import type { Scenario, ScenarioDefinition } from '../kernel/scenario/schema.ts'
import { speaksOf } from '../kernel/scenario/search.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'
import { tell } from './envelope.ts'

export type ShowOptions = { scenarios?: string; search?: string; as?: string; json?: true }

type Listed = { name: string; summary: string } | { name: string; problem: string }

/** Lists the scenarios, or those that speak of what is searched for. @throws Complaint where none does */
export async function showScenarios({ scenarios: folder, search, json }: ShowOptions): Promise<void> {
  const library = scenarioLibrary({ scenarios: folder })
  const listed = (await library.definitions()).flatMap(([name, found]) => listedOf(name, found, search))
  if (search !== undefined && !listed.some((one) => 'summary' in one))
    throw new Complaint(`no scenario speaks of '${search}'`)
  if (json) return tell('scenarios', { status: 'ok', data: { scenarios: listed } })
  const width = Math.max(...listed.map(({ name }) => name.length))
  for (const one of listed) {
    const about = 'summary' in one ? one.summary : `cannot be used: ${one.problem}`
    process.stdout.write(`${one.name.padEnd(width)}  ${about}\n`)
  }
}

/** A scenario as a line of the list, if it is searched for; one that cannot be used stays in it with what is wrong. */
function listedOf(name: string, found: ScenarioDefinition | UnusableScenario, search?: string): Listed[] {
  if (found instanceof UnusableScenario) return [{ name, problem: found.message.split('\n')[0] as string }]
  const { scenario } = found
  return search === undefined || speaksOf(scenario, search) ? [{ name, summary: scenario.summary }] : []
}

/** One scenario as a page: its story, who is in it under which numbers, and what to try. */
export async function showScenario(name: string, { scenarios: folder, as: form, json }: ShowOptions): Promise<void> {
  const library = scenarioLibrary({ scenarios: folder })
  const { scenario } = await library.definition(name)
  if (form !== undefined) return void process.stdout.write(await takenAlong(scenario, form, library))
  if (json) return tell('scenarios', { status: 'ok', data: { scenario } })
  process.stdout.write(`${pageOf(scenario)}\n`)
}

/** Where the sandbox usually is. */
const ORIGIN = 'http://127.0.0.1:4020'

/** Its walkthrough in a form for another tool. @throws Complaint where it has none */
async function takenAlong(scenario: Scenario, form: string, library: ScenarioLibrary): Promise<string> {
  const { FORMS } = await import('../http/walkthrough/forms/index.ts')
  const { operationsOf } = await import('../http/walkthrough/forms/operations.ts')
  if (!scenario.walkthrough.length) throw new Complaint(`'${scenario.name}' has no walkthrough`)
  const { faces } = await (await assemble({ library })).insides()
  const found = FORMS.find(({ name }) => name === form)
  return found?.write({ scenario, origin: ORIGIN, workspace: scenario.name }, operationsOf(faces)) ?? ''
}
