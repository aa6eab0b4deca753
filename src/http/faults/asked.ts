import { Effect, PHASES, type Phase } from '../../kernel/faults/definition.ts'
import { RequestFailed } from '../answers/failure.ts'

/** A request may ask for one fault of its own: what it is to suffer, and when. */
export const FAULT_HEADER = 'X-Sandbox-Fault'

export type Asked = { effect: Effect; phase: Phase }

const HOW =
  'write one of delay=2000, delay=100..500, delay=200~0.5, status=502, error=CODE, hold, hang, drop, truncate and malformed, and behind it ;phase=before or ;phase=after where it is to be another one'

const NUMBER = String.raw`\d{1,7}(?:\.\d{1,3})?`
const ASKED = /^([a-z-]+)(?:=([^;\s]+))?(?:;\s*phase=(before|after))?$/
const FIXED = new RegExp(`^${NUMBER}$`)
const UNIFORM = new RegExp(`^(${NUMBER})\\.\\.(${NUMBER})$`)
const LOG_NORMAL = new RegExp(`^(${NUMBER})~(${NUMBER})$`)

/** What the header asks for. @throws RequestFailed where it asks for nothing that there is */
export function askedIn(header: string): Asked {
  const [, kind = '', value, phase] = ASKED.exec(header.trim()) ?? []
  const result = Effect.safeParse(effectOf(kind, value))
  if (!result.success) throw refused(header, HOW)
  const effect = result.data
  const phases: readonly Phase[] = PHASES[effect.kind]
  if (effect.kind === 'rate-limit') throw refused(header, `a request alone has no rate; ${HOW}`)
  if (phase !== undefined && !phases.includes(phase as Phase))
    throw refused(header, `${effect.kind} comes ${phases[0]} only`)
  return { effect, phase: (phase as Phase | undefined) ?? (phases[0] as Phase) }
}

/** In the form of a fault that is armed; what fits none is judged there. */
function effectOf(kind: string, value: string | undefined): unknown {
  if (value === undefined) return { kind }
  if (kind === 'status') return { kind, status: Number(value) }
  if (kind === 'error') return { kind, code: value }
  if (kind !== 'delay') return undefined
  if (FIXED.test(value)) return { kind, ms: Number(value) }
  const [, min, max] = UNIFORM.exec(value) ?? []
  if (min !== undefined) return { kind, min: Number(min), max: Number(max) }
  const [, median, sigma] = LOG_NORMAL.exec(value) ?? []
  return median === undefined ? undefined : { kind, median: Number(median), sigma: Number(sigma) }
}

export const refused = (header: string, why: string): RequestFailed =>
  new RequestFailed({
    kind: 'http',
    status: 400,
    message: `the header ${FAULT_HEADER} cannot be '${header.slice(0, 100)}': ${why}`,
  })
