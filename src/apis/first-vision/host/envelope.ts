import type { Answer, Failure } from '../../../http/face.ts'
import type { Problem } from '../../../kernel/problem.ts'

/** First Vision success bodies: in the platform's envelope, or bare as its schemas have them (contract 1.4). */
export type Envelope = 'wrapped' | 'bare'

export const wrap = (data: unknown, envelope: Envelope): unknown =>
  envelope === 'bare' ? data : { hasError: false, errors: [], data }

/** The status that host codes come with (contract 1.5). */
const OF_THE_HOST = 422

/** Host codes as they are; the gateway's own errors carry codes that are clearly not the host's (decision Paths). */
export function failureAnswer(failure: Failure): Answer {
  switch (failure.kind) {
    case 'refused': {
      const [{ status, message } = { status: OF_THE_HOST, message: '' }] = failure.problems
      if (status !== OF_THE_HOST) return gatewayError(status, [message])
      const errors = failure.problems.map(({ code, message }) => ({ code, description: message }))
      return { status, body: { hasError: true, errors, data: null } }
    }
    case 'invalid':
      return gatewayError(
        400,
        failure.issues.map(({ path, message }) => `${path}: ${message}`),
      )
    case 'http':
      return gatewayError(failure.status, [failure.message])
  }
}

function gatewayError(status: number, descriptions: string[]): Answer {
  const errors = descriptions.map((description) => ({ code: `SANDBOX-${status}`, description }))
  return { status, body: { hasError: true, errors, data: null } }
}

/** A refusal of the token endpoint, in the form of RFC 6749. */
export const oauthError = ({ code, message, status }: Problem): Answer => ({
  status,
  body: { error: code, error_description: message },
  ...(status === 401 && { headers: { 'WWW-Authenticate': 'Basic realm="first-vision"' } }),
})
