import type { Answer, Failure } from '../face.ts'
import { phraseOf } from './status-phrases.ts'

type ProblemAnswer = Omit<Answer, 'body'> & { body: { detail: string; [member: string]: unknown } }

export const PROBLEM_TYPE = 'application/problem+json'

/** An answer of our own (RFC 9457): the control plane's, and what belongs to no simulated API. */
export const problemDetails = (status: number, detail: string, more: object = {}): ProblemAnswer => ({
  status,
  body: { type: 'about:blank', title: phraseOf(status), status, detail, ...more },
  headers: { 'Content-Type': PROBLEM_TYPE },
})

/** A failure as problem details. */
export function problemOf(failure: Failure): ProblemAnswer {
  if (failure.kind === 'http') return problemDetails(failure.status, failure.message)
  if (failure.kind === 'invalid') {
    const detail = failure.issues.map(({ path, message }) => `${path}: ${message}`).join('; ')
    return problemDetails(400, detail, { errors: failure.issues })
  }
  const [problem] = failure.problems
  return problemDetails(problem?.status ?? 400, failure.detail ?? problem?.message ?? 'refused')
}
