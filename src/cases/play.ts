import { shortTurns } from '../kernel/turns.ts'
import type { Case, CaseStep } from './case.ts'
import { obstacleTo } from './case-step.ts'
import { type Difference, differencesOf, isOfState } from './difference.ts'
import type { Made, Stage } from './stage.ts'

/**
 * What a case comes to when it is played again: `differs` where an answer is another one, `parted` where all answers are
 * equal and the states are not, `nothing` where there was nothing to play. `step` and `difference` are the first ones,
 * `why` what stood in the way where that is known.
 */
export type Verdict = {
  verdict: 'identical' | 'differs' | 'parted' | 'nothing'
  /** How many steps were made. */
  steps: number
  step?: number
  difference?: Difference
  why?: string
}

/** Plays a case from its beginning, up to the first difference. */
export async function play({ steps }: Pick<Case, 'steps'>, stage: Stage): Promise<Verdict> {
  if (!steps.length) return { verdict: 'nothing', steps: 0 }
  const rest = shortTurns()
  let [made, parted]: [number, Verdict | undefined] = [0, undefined]
  await stage.begin()
  for (const step of steps) {
    const again = await stage.make(step)
    made++
    const difference = firstDifference(step, again)
    // Where the states part no answer may ever show it: then that is what there is to tell.
    if (difference && !isOfState(difference, step)) return told('differs', made, step, difference, again, parted?.step)
    if (difference) parted ??= told('parted', made, step, difference, again)
    await rest()
  }
  return parted ? { ...parted, steps: made } : { verdict: 'identical', steps: made }
}

function told(
  verdict: 'differs' | 'parted',
  steps: number,
  step: CaseStep,
  difference: Difference,
  again: Made,
  partedAt?: number,
): Verdict {
  const earlier = partedAt === undefined ? undefined : `the state parted at step ${partedAt} already`
  const missing = again.missing.map((where) => `the secret in its ${where} is none that this world knows`)
  const why = [obstacleTo(step), again.unsent, ...missing, earlier].filter((reason) => reason !== undefined).join('; ')
  return { verdict, steps, step: step.step, difference, ...(why && { why }) }
}

function firstDifference(step: CaseStep, { step: again }: Made): Difference | undefined {
  if (!again) return { path: 'step', expected: step.step, actual: undefined }
  const all = [...differencesOf(step, again)]
  return all.find((difference) => !isOfState(difference, step)) ?? all[0]
}
