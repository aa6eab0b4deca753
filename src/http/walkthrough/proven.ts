import type { WalkthroughStep } from '../../kernel/scenario/schema.ts'
import { type Retelling, type Retold, without } from './from-steps.ts'
import { type PlayedStep, play, type Send } from './play.ts'

/** How long an answer may take, in milliseconds. */
const IN_TIME = 5000

/** More of them tell nobody more. */
const MOST_TOLD = 20

/**
 * Plays what a session was told again as, each time in a world of its own. Ids and durations that the sandbox makes up for
 * each request are no longer expected; of all else that differs it is told.
 */
export async function proven(
  { steps, warnings }: Retelling,
  stage: () => Send,
): Promise<{ walkthrough: WalkthroughStep[]; warnings: string[] }> {
  const first = await played(
    steps.map(({ step }) => step),
    stage(),
  )
  const settled = steps.map((retold, index) => withoutMadeUp(retold, first.steps[index]))
  const isChanged = settled.some((step, index) => step !== steps[index]?.step)
  const { steps: last, trouble } = isChanged ? await played(settled, stage()) : first
  const differing = last.flatMap(({ number, title, differences }) =>
    differences.map(
      ({ path, expected, actual }) =>
        `step ${number} of the walkthrough, ${title}: ${path} was ${JSON.stringify(expected)}, and is ${JSON.stringify(actual)} when it is played`,
    ),
  )
  const more = differing.length - MOST_TOLD
  return {
    walkthrough: settled,
    warnings: [
      ...[...warnings, ...differing.slice(0, MOST_TOLD)],
      ...(more > 0 ? [`${more} more members differ when it is played`] : []),
      ...trouble,
    ],
  }
}

async function played(walkthrough: WalkthroughStep[], send: Send): Promise<{ steps: PlayedStep[]; trouble: string[] }> {
  const steps: PlayedStep[] = []
  try {
    for await (const step of play(walkthrough, inTime(send))) steps.push(step)
    return { steps, trouble: [] }
  } catch (error) {
    return {
      steps,
      trouble: [`step ${steps.length + 1} of the walkthrough cannot be played: ${(error as Error).message}`],
    }
  }
}

const inTime =
  (send: Send): Send =>
  (path, init) =>
    Promise.race([send(path, init), late()])

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    AbortSignal.timeout(IN_TIME).onabort = () => reject(new Error(`no answer within ${IN_TIME} ms`))
  })

/** A step that expects nothing of what was made up for the one request. */
function withoutMadeUp({ step, of }: Retold, playedStep: PlayedStep | undefined): WalkthroughStep {
  if (!of || !playedStep?.differences.length || !('request' in step) || step.expect.body === undefined) return step
  const differing = new Map(playedStep.differences.map(({ path, actual }) => [path, actual]))
  const isMadeUp = (member: unknown, place: string[]) => {
    const path = pathOf(place)
    if (!differing.has(path)) return false
    // On a clock that stands still nothing takes any time.
    const isDuration = typeof member === 'number' && member <= of.durationMs && differing.get(path) === 0
    return isDuration || (of.correlationId !== undefined && member === of.correlationId)
  }
  const body = without(step.expect.body, isMadeUp) as typeof step.expect.body
  return { ...step, expect: { ...step.expect, body } }
}

/** As differences name it. */
const pathOf = (place: string[]): string =>
  `body${place.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('')}`
