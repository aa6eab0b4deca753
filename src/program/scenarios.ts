import { scenarioLibrary } from '../assembly.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import { yamlFilesIn } from '../kernel/scenario/scenario-files.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'
import { tell } from './envelope.ts'

type Listed = { name: string; summary: string } | { name: string; problem: string }

export async function showScenarios(folder?: string, json?: true): Promise<void> {
  const library = scenarioLibrary({ scenarios: folder })
  const listed = await Promise.all(library.names.map((name) => listedOf(name, library)))
  if (json) return tell('scenarios', { status: 'ok', data: { scenarios: listed } })
  const width = Math.max(...library.names.map((name) => name.length))
  for (const one of listed) {
    const about = 'summary' in one ? one.summary : `cannot be used: ${one.problem}`
    process.stdout.write(`${one.name.padEnd(width)}  ${about}\n`)
  }
}

const listedOf = (name: string, library: ScenarioLibrary): Promise<Listed> =>
  library.definition(name).then(
    ({ scenario }) => ({ name, summary: scenario.summary }),
    (error: Error) => {
      if (error instanceof UnusableScenario) return { name, problem: error.message.split('\n')[0] as string }
      throw error
    },
  )

/** One scenario as a page: its story, who is in it, and what to try. */
export async function showScenario(name: string, folder?: string, json?: true): Promise<void> {
  const { scenario } = await scenarioLibrary({ scenarios: folder }).definition(name)
  if (json) return tell('scenarios', { status: 'ok', data: { scenario } })
  const cast = Object.entries(scenario.cast).map(([handle, { name, about }]) => `- ${handle}: ${name}. ${about}`)
  const walkthrough = scenario.walkthrough.map((step, index) => {
    const what =
      'request' in step
        ? `${step.request.method} ${step.request.path}, answers ${step.expect.status}`
        : `the clock moves ${Object.entries(step.advance).flat().join(' ')}`
    return `${index + 1}. ${step.title}\n   ${what}`
  })
  const parts = [
    `# ${scenario.title}`,
    scenario.story.trim(),
    `Seed ${scenario.seed}, clock ${scenario.clock}, authentication ${scenario.auth}${scenario.tags.length ? `, tags ${scenario.tags.join(', ')}` : ''}`,
    ...(cast.length ? [`## Cast\n\n${cast.join('\n')}`] : []),
    ...(walkthrough.length ? [`## Walkthrough\n\n${walkthrough.join('\n')}`] : []),
  ]
  process.stdout.write(`${parts.join('\n\n')}\n`)
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
