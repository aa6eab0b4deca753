import type { Effect } from '../../kernel/faults/definition.ts'
import type { StepFault } from '../../kernel/journal/step.ts'
import { type Reply, refusal } from '../answers/reply.ts'
import type { Exchange } from '../exchange.ts'
import { problemsOf } from '../face.ts'
import type { Route } from '../route.ts'

/** Nothing is answered. */
const NO_ANSWER: Reply = { status: 0, text: '' }

/** What a fault answers in place of the operation; undefined where that answers. */
export function replyOf(effect: Effect, told: StepFault, route: Route, exchange: Exchange): Reply | undefined {
  const by = told.id ?? 'this request asked for it'
  switch (effect.kind) {
    case 'status':
      return refusal(
        { kind: 'http', status: effect.status, message: `a fault of the sandbox (${by})` },
        route,
        exchange,
      )
    case 'error': {
      const problem = problemsOf(route.face, route.operation).find(({ code }) => code === effect.code)
      return problem && refusal({ kind: 'refused', problems: [problem], detail: undefined }, route, exchange)
    }
    case 'rate-limit': {
      const message = `more than ${effect.limit} requests in ${effect.windowMs} ms (${by})`
      const { headers, ...reply } = refusal({ kind: 'http', status: 429, message }, route, exchange)
      return { ...reply, headers: { ...headers, 'Retry-After': String(told.retryAfter) } }
    }
    case 'drop':
    case 'hang':
      return NO_ANSWER
    default:
      return undefined
  }
}

/** A body of which half is as it was, and the rest is not JSON. */
export function garbled(reply: Reply): Reply {
  const half = Math.floor(reply.text.length / 2)
  return { ...reply, text: reply.text.slice(0, half) + '#'.repeat(reply.text.length - half) }
}
