import { shortTurns } from '../kernel/turns.ts'
import { Bindings } from './bindings.ts'
import { type Case, type CaseStep, NoCase } from './case.ts'
import { obstaclesTo } from './case-step.ts'
import { fewest } from './fewest.ts'
import { endOf, type Goal, isGoalMet } from './goal.ts'
import { Minted } from './minted.ts'
import { play } from './play.ts'
import type { Stage } from './stage.ts'

/**
 * The fewest steps that come to the same end, recorded anew and verified: a case again. They keep their numbers and the
 * time of the system. @throws NoCase where the case itself does not come to that end when it is played
 */
export async function minimize(recorded: Case, stage: Stage, goal: Goal): Promise<Case> {
  const end = endOf(recorded.steps, goal)
  const steps = recorded.steps.slice(0, recorded.steps.indexOf(end))
  const trial = new Trial(stage, end, goal, new Minted([...steps, end]))
  const isEnough = async (part: CaseStep[]) => (await trial.of(part)) !== undefined
  const few = await fewest(await fewSteps(steps, trial, isEnough), isEnough)
  const session = (await trial.of(few)) as CaseStep[]
  const reasons = obstaclesTo(session)
  const minimized = { ...recorded, reproducible: !reasons.length, reasons, steps: session }
  const { verdict, step } = await play(minimized, stage)
  if (verdict !== 'identical') throw new Error(`what is left ${verdict} at step ${step} when it is played`)
  return minimized
}

/** Some steps that are enough, and are found at once. */
async function fewSteps(steps: CaseStep[], trial: Trial, isEnough: (part: CaseStep[]) => Promise<boolean>) {
  for (const part of [trial.whatLeadsTo(steps), changingAmong(steps), steps]) if (await isEnough(part)) return part
  throw new NoCase(`step ${trial.end.step} does not end so when the case is played`)
}

/** The steps that changed the state; and those of the control plane, which may have changed what is no part of it. */
const changingAmong = (steps: CaseStep[]): CaseStep[] =>
  steps.filter(({ kind, digest }, index) => kind === 'control' || digest !== steps[index - 1]?.digest)

/** Plays parts of a session up to its end. */
class Trial {
  readonly end: CaseStep
  readonly #stage: Stage
  readonly #goal: Goal
  readonly #minted: Minted
  readonly #rest = shortTurns()

  constructor(stage: Stage, end: CaseStep, goal: Goal, minted: Minted) {
    this.#stage = stage
    this.end = end
    this.#goal = goal
    this.#minted = minted
  }

  /** The steps that made what the end names, and so on back. */
  whatLeadsTo(steps: CaseStep[]): CaseStep[] {
    const needed = new Set(this.#minted.makersOf(this.end.request))
    const leading = steps.toReversed().filter(({ step, request }) => {
      if (!needed.has(step)) return false
      for (const maker of this.#minted.makersOf(request)) needed.add(maker)
      return true
    })
    return leading.reverse()
  }

  /** The part with the end as it is recorded anew; undefined where it does not come to that end. */
  async of(part: CaseStep[]): Promise<CaseStep[] | undefined> {
    const steps = [...part, this.end]
    if (!this.#namesOnlyWhatIsMade(steps)) return undefined
    const bindings = new Bindings(this.#minted)
    const session: CaseStep[] = []
    await this.#stage.begin()
    for (const step of steps) {
      const request = bindings.bound(step.request)
      const { step: again } = await this.#stage.make({ ...step, request })
      if (!again) return undefined
      bindings.pair(step, again)
      session.push({ ...again, request })
      await this.#rest()
    }
    return isGoalMet(this.#goal, this.end, session.at(-1) as CaseStep, bindings, this.#minted) ? session : undefined
  }

  /** What nobody made may come about all the same, as another's number: then it would stand for what it never was. */
  #namesOnlyWhatIsMade(steps: CaseStep[]): boolean {
    const there = new Set(steps.map(({ step }) => step))
    return steps.every(({ request }) => this.#minted.makersOf(request).every((maker) => there.has(maker)))
  }
}
