import type { Answer, Failure } from '../../../http/face.ts'
import { reasonOf } from '../platform/envelope.ts'
import type { OAuthProblem } from './problems.ts'

/** A refusal of the token endpoint, as OAuth words it (RFC 6749 5.2; decision Authentication). */
export function oauthFailure(failure: Failure): Answer {
  const { status, reason } = reasonOf(failure)
  const error = failure.kind === 'refused' ? (failure.problems[0] as OAuthProblem).error : 'invalid_request'
  return {
    status,
    body: { error: status === 500 ? 'server_error' : error, error_description: reason },
    ...(status === 401 && { headers: { 'WWW-Authenticate': 'Basic realm="issuer"' } }),
  }
}
