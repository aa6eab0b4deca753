import { scenarioLibrary } from '../assembly.ts'
import { Complaint } from '../kernel/complaint.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import { yamlFilesIn } from '../kernel/scenario/scenario-files.ts'
import { speaksOf } from '../kernel/scenario/search.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'
import { tell } from './envelope.ts'
import { pageOf } from './scenario-page.ts'

export type ShowOptions = { scenarios?: string; search?: string; json?: true }

type Listed = { name: string; summary: string } | { name: string; problem: string }

/** Lists the scenarios, or those that speak of what is searched for. @throws Complaint where none does */
export async function showScenarios({ scenarios: folder, search, json }: ShowOptions): Promise<void> {
  const library = scenarioLibrary({ scenarios: folder })
  const listed = (await Promise.all(library.names.map((name) => listedOf(name, library, search)))).flat()
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
const listedOf = (name: string, library: ScenarioLibrary, search?: string): Promise<Listed[]> =>
  library.definition(name).then(
    ({ scenario }) => (search === undefined || speaksOf(scenario, search) ? [{ name, summary: scenario.summary }] : []),
    (error: Error) => {
      if (error instanceof UnusableScenario) return [{ name, problem: error.message.split('\n')[0] as string }]
      throw error
    },
  )

/** One scenario as a page: its story, who is in it under which numbers, and what to try. */
export async function showScenario(name: string, { scenarios: folder, json }: ShowOptions): Promise<void> {
  const { scenario } = await scenarioLibrary({ scenarios: folder }).definition(name)
  if (json) return tell('scenarios', { status: 'ok', data: { scenario } })
  process.stdout.write(`${pageOf(scenario)}\n`)
}

/** What is wrong with the files of a folder, a text for each that cannot be used. */
export async function unusableIn(folder: string, library: ScenarioLibrary): Promise<string[]> {
  const { checkFile } = await import('../kernel/scenario/check-file.ts')
  const problems: string[] = []
  for (const file of yamlFilesIn(folder))
    try {
      await checkFile(file, library)
    } catch (error) {
      if (!(error instanceof UnusableScenario)) throw error
      problems.push(error.message.replaceAll('\n', '; '))
    }
  return problems
}
