import type { CaseStep } from '../cases/case.ts'
import { type Place, problemOf, rulesOf } from './apis.ts'
import { isSame, RELATIONS, type Relation, type Remark } from './compare.ts'
import type { Effect } from './target.ts'

export const VERDICTS = [...RELATIONS, 'not sent', 'not comparable'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A rule of the catalogue that an answer rests on, with what it is founded on. */
export type Rested = {
  rule: string
  basis?: string
  source?: string
  /** Whether the other answer shows its code too. */
  shared: boolean
}

/** What came of a step. */
export type StepVerdict = {
  step: number
  method: string
  path: string
  api?: string
  operation?: string
  verdict: Verdict
  /** Why it was not sent, or cannot be compared. */
  why?: string
  effect?: Effect
  /** What the answer that was recorded rests on, or the one that came instead. */
  rules?: Rested[]
  remarks?: Remark[]
}

export const headOf = ({ step, request: { method, path } }: CaseStep, place?: Place) => ({
  ...{ step, method, path },
  ...(place && { api: place.api.name, operation: place.operation.id }),
})

/** What an answer rests on: the rules that refused it here, else the codes that it is refused with there. */
export function restedOn(step: CaseStep, codes: string[], place: Place): Rested[] {
  const here = rulesOf(step)
  return (here.length ? here : codes).map((rule) => {
    const { basis, source } = problemOf(place, rule) ?? {}
    const shared = here.includes(rule) && codes.includes(rule)
    return { rule, ...(basis && { basis }), ...(source && { source }), shared }
  })
}

export const isCompared = (verdict: Verdict): verdict is Relation => (RELATIONS as readonly string[]).includes(verdict)

export const isSameVerdict = (verdict: Verdict): boolean => isCompared(verdict) && isSame(verdict)

export const differs = (verdict: Verdict): boolean => isCompared(verdict) && !isSame(verdict)
