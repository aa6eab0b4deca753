import { scenarioLibrary } from '../assembly.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import { yamlFilesIn } from '../kernel/scenario/scenario-files.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'

export async function showScenarios(folder?: string): Promise<void> {
  const library = scenarioLibrary({ scenarios: folder })
  const width = Math.max(...library.names.map((name) => name.length))
  for (const name of library.names) {
    const about = await library.definition(name).then(
      ({ scenario }) => scenario.summary,
      (error: Error) => {
        if (error instanceof UnusableScenario) return `cannot be used: ${error.message.split('\n')[0]}`
        throw error
      },
    )
    process.stdout.write(`${name.padEnd(width)}  ${about}\n`)
  }
}

/** One scenario as a page: its story, who is in it, and what to try. */
export async function showScenario(name: string, folder?: string): Promise<void> {
  const { scenario } = await scenarioLibrary({ scenarios: folder }).definition(name)
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
    `Seed ${scenario.seed}, clock ${scenario.clock}${scenario.tags.length ? `, tags ${scenario.tags.join(', ')}` : ''}`,
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
