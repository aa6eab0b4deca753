import type { Replaying } from '../journal/step.ts'
import { isSameOperation } from '../journal/step-match.ts'
import { drawFraction } from '../random.ts'
import { sometimes } from '../sometimes.ts'
import { isLike } from '../text/path-pattern.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import type { FaultMatch } from './definition.ts'
import { type Fault, faults } from './faults.ts'
import { armedAt, isExpired } from './verdict.ts'

/** A request as faults are held against it. */
export type Target = {
  api: string
  operation: string
  method: string
  /** Without the query and the workspace before it. */
  path: string
  correlationId: string | undefined
  /** Whether a value stands anywhere in it: in its path, its parameters or its body. */
  mentions(value: string): boolean
  /** Whether its operation can refuse with a code. */
  declares(code: string): boolean
}

/** The armed faults that count a request, whether one has struck it or not. */
export type Aimed = {
  /** Those that were for it, in order; the last one has struck, where one has. */
  matched: string[]
  /** Those whose `expect` counts it. */
  counted: string[]
}

/** What the armed faults make of a request. Nothing of it is kept before the request has its turn. */
export type Aim = Aimed & {
  struck: Fault | undefined
  /** How many requests the one that has struck was for before. */
  number: number
}

export const NO_AIM: Aim = { matched: [], struck: undefined, number: 0, counted: [] }

/**
 * Holds a request against the armed faults, in the order of their arming: the first that strikes is the only one. One that
 * is `taken`, as the request asks for a fault itself, is struck by none, and counts.
 */
export function aim(workspace: Workspace, target: Target, taken: boolean): Aim {
  const found: Aim = { matched: [], struck: undefined, number: 0, counted: [] }
  for (const fault of faults(workspace).all()) {
    if (fault.enabled === false) continue
    if (isExpired(workspace, fault)) {
      sometimes('expired fault passed over')
      continue
    }
    if (fault.expect && fits(expected(fault), target)) found.counted.push(fault.id)
    if (taken || found.struck || !isFor(fault, target)) continue
    const promised = workspace.waiting.promised(fault.id)
    if (fault.times !== undefined && fault.used + promised.used >= fault.times) continue
    found.matched.push(fault.id)
    const number = fault.matched + promised.matched
    if (strikes(workspace, fault, number)) Object.assign(found, { struck: fault, number })
  }
  return found
}

/** What they made of it when it was made before. */
export const aimAgain = (workspace: Workspace, { aimed = NO_AIM, fault }: Replaying): Aim => ({
  ...aimed,
  struck: fault?.id === undefined ? undefined : faults(workspace).get(fault.id),
  number: 0,
})

/** Keeps what came of an aim, at the turn of its request and in a transaction of its own: a refused request counts too. */
export function book(workspace: Workspace, { matched, struck, counted }: Aim): void {
  const touched = new Set([...matched, ...counted])
  if (!touched.size) return
  const armed = faults(workspace)
  workspace.transaction(() => {
    for (const id of touched) {
      const fault = armed.get(id)
      if (!fault) continue
      const isMatched = matched.includes(id)
      armed.patch(fault, {
        armedAt: armedAt(workspace, fault),
        matched: fault.matched + (isMatched ? 1 : 0),
        used: fault.used + (struck?.id === id ? 1 : 0),
        counted: fault.counted + (counted.includes(id) ? 1 : 0),
        ...(isMatched && fault.effect.kind === 'rate-limit' && { window: windowAfter(workspace, fault) }),
      })
    }
  })
}

function strikes(workspace: Workspace, fault: Fault, number: number): boolean {
  if (number < (fault.after ?? 0)) return false
  const { id, probability = 1, effect } = fault
  if (probability < 1 && drawFraction(workspace.draw(`fault ${id} strikes`, number)) >= probability) return false
  return effect.kind !== 'rate-limit' || windowOf(workspace, fault).passed >= effect.limit
}

/** Whether a fault is for a request. A code that the operation does not have is raised elsewhere. */
const isFor = ({ match = {}, effect }: Fault, target: Target): boolean =>
  fits(match, target) && (effect.kind !== 'error' || target.declares(effect.code))

/** What is counted: requests that the fault is for, or those of another operation that have the rest in common. */
function expected({ match = {}, expect }: Fault): FaultMatch {
  const { api, record, correlationId } = match
  return expect?.operation === undefined ? match : { api, operation: expect.operation, record, correlationId }
}

const fits = ({ api, operation, method, path, record, correlationId }: FaultMatch, target: Target): boolean =>
  (api === undefined || api === target.api) &&
  (operation === undefined || isSameOperation(operation, target.operation)) &&
  (method === undefined || method.toUpperCase() === target.method) &&
  (path === undefined || isLike(target.path, path)) &&
  (correlationId === undefined || correlationId === target.correlationId) &&
  (record === undefined || target.mentions(record))

type Window = NonNullable<Fault['window']>

/** The window of a rate limit as it stands now: the last one, or a new one once that is over. */
function windowOf({ clock }: Workspace, { effect, window }: Fault): Window {
  const now = clock.now()
  const length = effect.kind === 'rate-limit' ? effect.windowMs : 0
  return window && now >= window.start && now < window.start + length ? window : { start: now, passed: 0 }
}

function windowAfter(workspace: Workspace, fault: Fault): Window {
  const { start, passed } = windowOf(workspace, fault)
  const limit = fault.effect.kind === 'rate-limit' ? fault.effect.limit : 0
  return { start, passed: Math.min(limit, passed + 1) }
}

/** Seconds, at least one, until a rate limit lets requests pass again. */
export function secondsLeft(workspace: Workspace, fault: Fault): number {
  const { start } = windowOf(workspace, fault)
  const length = fault.effect.kind === 'rate-limit' ? fault.effect.windowMs : 0
  return Math.max(1, Math.ceil((start + length - workspace.clock.now()) / 1000))
}
