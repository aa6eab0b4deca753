import { Refusal } from '../../kernel/problem.ts'
import { Elsewhere, Unavailable } from '../../kernel/workspaces/unavailable.ts'
import type { Failure } from '../face.ts'

/** Thrown where a request fails otherwise than by a rule of its operation; the face words it. */
export class RequestFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.kind)
    this.failure = failure
  }
}

/** What went wrong when this was thrown: a failure of ours, unless it is known. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return { kind: 'refused', problems: error.problems, detail: error.detail }
  if (error instanceof RequestFailed) return error.failure
  if (error instanceof Unavailable) return { kind: 'http', status: 503, message: error.message }
  if (error instanceof Elsewhere) return { kind: 'http', status: 421, message: error.message }
  return { kind: 'http', status: 500, message: 'the sandbox failed; its log says why' }
}
