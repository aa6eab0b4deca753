import { type Entry, stepOf } from '../kernel/journal/journal.ts'
import { isShortened } from '../kernel/text/shortened.ts'
import type { CaseStep } from './case.ts'

/** Headers of the connection, or of the page that asked: a step that is made again comes over neither. */
const OF_THE_CONNECTION =
  /^(?:host|connection|keep-alive|transfer-encoding|accept-encoding|content-encoding|content-length|expect|te|upgrade|origin|referer|sec-.*|x-forwarded-.*|forwarded)$/

/** It tells what waited, and nobody waits again. */
const RELEASE = 'releaseFault'

/** How a body came: where none was kept, what is said of it is all that there is. */
const OF_THE_BODY = /^content-(?:encoding|length)$/

/** A step as a case has it, with the digest of the state that it led to. */
export function caseStepOf(entry: Entry, digest: string): CaseStep {
  const { id, outcome, byPath, aimed } = entry
  if (!outcome) throw new Error(`step ${id} was kept without its outcome`)
  const step = stepOf(entry)
  const { requestBody: body } = step
  return {
    step: id,
    kind: step.kind,
    at: step.at,
    system: outcome.system,
    durationMs: step.durationMs,
    ...(step.operation !== undefined && { operation: step.operation }),
    ...(byPath && { byPath }),
    request: {
      method: step.method,
      path: step.path,
      headers: sentAgain(step.requestHeaders, body, step.kind),
      ...(body !== undefined && { body }),
    },
    answer: { status: step.status, headers: step.responseHeaders, body: step.responseBody },
    ...(step.rule !== undefined && { rule: step.rule }),
    ...(step.findings.length && { findings: step.findings }),
    ...(step.fault && { fault: step.fault }),
    ...(aimed && { aimed }),
    ...(step.operation === RELEASE && step.status === 200 && { released: JSON.parse(step.responseBody).released }),
    digest,
  }
}

function sentAgain(headers: Record<string, string>, body: string | undefined, kind: CaseStep['kind']) {
  const isSent = (name: string): boolean => {
    // Whom the sandbox lets rule it is no part of the session.
    if (kind === 'control' && name === 'authorization') return false
    return !OF_THE_CONNECTION.test(name) || (body === undefined && OF_THE_BODY.test(name))
  }
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isSent(name)))
}

/** Which steps cannot be made again as they were, and why. */
export const obstaclesTo = (steps: CaseStep[]): string[] =>
  steps.flatMap((step) => {
    const obstacle = obstacleTo(step)
    return obstacle ? [`step ${step.step}: ${obstacle}`] : []
  })

/** Why a step cannot be made again as it was; undefined where nothing is in the way. */
export function obstacleTo({ request: { body }, answer: { status }, fault }: CaseStep): string | undefined {
  if (body !== undefined && isShortened(body)) return 'its body is longer than the journal keeps'
  if (fault?.kind === 'hang') return 'it hung, and its caller was never answered'
  return status === 0 ? 'it was never answered' : undefined
}
