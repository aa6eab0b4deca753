import { type Aim, secondsLeft } from '../../kernel/faults/aim.ts'
import { type Effect, LONGEST_WAIT } from '../../kernel/faults/definition.ts'
import type { StepFault } from '../../kernel/journal/step.ts'
import { type DrawKey, drawInteger, drawLogNormal } from '../../kernel/random.ts'
import type { Exchange } from '../exchange.ts'
import type { Asked } from './asked.ts'

/** What a fault is going to do to an exchange, with all that is drawn or counted settled. */
export function settled({ effect, phase }: Asked, { struck, number }: Aim, exchange: Exchange): StepFault {
  const { workspace } = exchange
  // A request that asks for its own fault is known by its place among the others.
  const key = struck
    ? workspace.draw(`fault ${struck.id} waits`, number)
    : workspace.draw('fault asked for waits', workspace.requests)
  return {
    ...(struck && { id: struck.id }),
    ...{ kind: effect.kind, phase },
    ...(effect.kind === 'delay' && { ms: drawnMs(effect, key) }),
    ...(effect.kind === 'status' && { status: effect.status }),
    ...(effect.kind === 'error' && { code: effect.code }),
    ...(effect.kind === 'rate-limit' && struck && { status: 429, retryAfter: secondsLeft(workspace, struck) }),
  }
}

function drawnMs({ ms, min, max, median, sigma }: Extract<Effect, { kind: 'delay' }>, key: DrawKey): number {
  if (min !== undefined && max !== undefined) return drawInteger(key, Math.round(min), Math.round(max))
  if (median !== undefined && sigma !== undefined)
    return Math.min(LONGEST_WAIT, Math.round(drawLogNormal(key, median, sigma)))
  return ms ?? 0
}

/** In the form of the header that asks for one, and with the id of one that was armed. */
export function faultText({ id, kind, phase, ms, status, code }: StepFault): string {
  const value = ms ?? status ?? code
  return [value === undefined ? kind : `${kind}=${value}`, `phase=${phase}`, id && `id=${id}`].filter(Boolean).join(';')
}
