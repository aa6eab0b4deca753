import type { Trace } from './journal/step.ts'
import { type Problem, refuse } from './problem.ts'

/** Where what a request was held against is noted, for its explanation: a workspace. */
type Held = { trace: Trace | undefined }

/** A value where it speaks against a request. */
type Against<T> = Exclude<T, false | '' | 0 | null | undefined>

/** Refuses where something stands against it, and notes that it was looked at. A detail is worded only when it is told. */
export function refuseIf<T>(
  held: Held,
  against: T,
  problem: Problem,
  detail?: (against: Against<T>) => string,
): asserts against is Exclude<T, Against<T>> {
  if (against) refuse(problem, detail?.(against as Against<T>))
  held.trace?.passed(problem)
}

/** What there must be, and refuses where there is none. */
export function demand<T>(held: Held, found: T | undefined, problem: Problem, detail?: () => string): T {
  if (found === undefined) return refuse(problem, detail?.())
  held.trace?.passed(problem)
  return found
}
