import { assemble, scenarioLibrary } from '../assembly.ts'
import type { Difference } from '../http/walkthrough/differences.ts'
import { indented } from '../http/walkthrough/page.ts'
import { type PlayedStep, play } from '../http/walkthrough/play.ts'
import { Complaint } from '../kernel/complaint.ts'
import { tell } from './envelope.ts'

export type RunOptions = { scenarios?: string; to?: number; json?: true }

/** Plays a scenario's walkthrough in memory, and tells each step; whether every answer is the expected one. */
export async function runWalkthrough(name: string, options: RunOptions): Promise<boolean> {
  const steps: PlayedStep[] = []
  for await (const step of played(name, options)) {
    steps.push(step)
    if (!options.json) process.stdout.write(`${textOf(step)}\n\n`)
  }
  const ok = steps.every(({ differences }) => !differences.length)
  if (options.json) tell('run', { status: ok ? 'ok' : 'failed', data: { scenario: name, steps: steps.map(dataOf) } })
  else {
    const count = `${steps.length} step${steps.length === 1 ? '' : 's'}`
    process.stdout.write(`${count}, ${ok ? 'all as expected' : 'not as expected'}\n`)
  }
  return ok
}

/** @throws Complaint where there is nothing to play */
async function* played(name: string, { scenarios, to }: RunOptions): AsyncGenerator<PlayedStep> {
  const library = scenarioLibrary({ scenarios })
  const { walkthrough } = (await library.definition(name)).scenario
  if (!walkthrough.length) throw new Complaint(`'${name}' has no walkthrough`)
  if (to !== undefined && to > walkthrough.length)
    throw new Complaint(`the walkthrough of '${name}' has ${walkthrough.length} steps`)
  const sandbox = await assemble({ library, scenario: name })
  yield* play(walkthrough.slice(0, to), sandbox.request)
}

const ruleOf = ({ answer }: PlayedStep): string | undefined => answer.headers.get('x-sandbox-rule') ?? undefined

function dataOf(step: PlayedStep) {
  const { number, title, request, answer, differences } = step
  const rule = ruleOf(step)
  const { status, body } = answer
  return { number, title, request, answer: { status, ...(rule !== undefined && { rule }), body }, differences }
}

function textOf(step: PlayedStep): string {
  const { number, title, request, answer, differences } = step
  return [
    `${number}. ${title}`,
    indented(`${request.method} ${request.path}`),
    ...(request.body === undefined ? [] : [indented(request.body)]),
    indented([answer.status, ruleOf(step)].filter(Boolean).join(' ')),
    ...(answer.text
      ? [indented(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body, null, 2))]
      : []),
    ...differences.map((difference) => indented(told(difference))),
  ].join('\n')
}

const told = ({ path, expected, actual }: Difference): string =>
  `! ${path}: expected ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}`
