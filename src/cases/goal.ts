import type { Bindings } from './bindings.ts'
import { type CaseStep, NoCase } from './case.ts'
import { jsonOf } from './difference.ts'
import type { Minted } from './minted.ts'
import { isSameAnswer } from './same-answer.ts'
import { leavesOf } from './tokens.ts'

/** What the fewest steps must still come to: a rule, a code or a digest that is named, else the last answer. */
export type Goal = { rule?: string | undefined; code?: string | undefined; digest?: string | undefined }

const isNamed = ({ rule, code, digest }: Goal): boolean => [rule, code, digest].some((name) => name !== undefined)

/** The step that all ends with: the last that comes to what is named. @throws NoCase where none does */
export function endOf(steps: readonly CaseStep[], goal: Goal): CaseStep {
  const end = isNamed(goal) ? steps.findLast((step) => comesTo(goal, step)) : steps.at(-1)
  if (end) return end
  const named = Object.entries(goal).flatMap(([kind, name]) => (name === undefined ? [] : [`${kind} ${name}`]))
  throw new NoCase(named.length ? `no step of it comes to ${named.join(' and ')}` : 'it has no steps')
}

export const isGoalMet = (
  goal: Goal,
  recorded: CaseStep,
  actual: CaseStep,
  bindings: Bindings,
  minted: Minted,
): boolean => (isNamed(goal) ? comesTo(goal, actual) : isSameAnswer(recorded, actual, bindings, minted))

function comesTo({ rule, code, digest }: Goal, step: CaseStep): boolean {
  return (
    (rule === undefined || step.rule?.split(', ').includes(rule) === true) &&
    (code === undefined || showsCode(step, code)) &&
    (digest === undefined || step.digest === digest)
  )
}

/** A code stands in the body as a value of its own. */
const showsCode = ({ answer: { body } }: CaseStep, code: string): boolean =>
  [...leavesOf(jsonOf(body)?.value)].some(([, text]) => text === code)
