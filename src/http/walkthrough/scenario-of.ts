import { Secrets } from '../../cases/secrets.ts'
import type { StageParts } from '../../cases/stage.ts'
import { instant } from '../../kernel/clock.ts'
import type { Step } from '../../kernel/journal/step.ts'
import type { ScenarioLibrary } from '../../kernel/scenario/library.ts'
import { lostRecords, savedWorld, type Told } from '../../kernel/scenario/saved-world.ts'
import { Scenario } from '../../kernel/scenario/schema.ts'
import { recordTables, type Slice } from '../../kernel/scenario/slice.ts'
import { issuesOf, ScenarioError } from '../../kernel/scenario/unusable.ts'
import type { Snapshot } from '../../kernel/states/snapshot.ts'
import { Workspace } from '../../kernel/workspaces/workspace.ts'
import { Workspaces } from '../../kernel/workspaces/workspaces.ts'
import { retell } from './from-steps.ts'
import type { Send } from './play.ts'
import { proven } from './proven.ts'

/** What it takes to make a scenario: who knows records, and a sandbox of its own on workspaces that nobody sees. */
type Signed = Parameters<StageParts['signaturesOf']>[1]

export type Workshop = {
  /** Who knows how requests are signed. */
  stage: Pick<StageParts, 'signaturesOf'>
  library: ScenarioLibrary
  slices: Slice[]
  sandboxOn(workspaces: Workspaces): Send
}

/** A world to be saved: a state, what it is called, and the steps that were made from it on, in their order. */
export type World = { state: Snapshot; told: Omit<Told, 'walkthrough'>; session: Step[] }

/** A scenario that stands alone; and what of the world it does not hold, or does not do as it was done: a sentence each. */
export type Made = { scenario: Scenario; warnings: string[] }

/**
 * Makes a scenario of a world, its steps told again as a walkthrough. It is played before it is given back.
 * @throws ScenarioError where its records cannot be made again
 */
export async function scenarioOf(
  { state, told, session }: World,
  { library, slices, sandboxOn, stage }: Workshop,
): Promise<Made> {
  const [first] = session
  // What a session shows depends on when it was: on a clock that stands still it is the same each time.
  const begin = first ? standingStill(state, first) : state
  const { scenario: world, warnings } = await savedWorld(begin, { ...told, walkthrough: [] }, slices)
  const { success, data: scenario, error } = Scenario.safeParse(world)
  if (!success) throw new ScenarioError(issuesOf(error))
  const base = await library.materialise({ scenario, recipes: [] })
  warnings.push(...lostRecords(begin, base, slices))
  if (!first) return { scenario, warnings }
  const { clock, auth, limits } = scenario
  const start = { base, clock, auth, limits }
  const begun = new Workspace(state.start.base.scenario, start)
  const secrets = new Secrets(begun, new Set(recordTables(slices).keys()))
  const known = {
    of: (mark: string) => secrets.of(mark),
    signaturesOf: (one: Signed) => stage.signaturesOf(begun, one),
  }
  const retelling = retell(session, begun.clock.now(), known)
  const { walkthrough, warnings: further } = await proven(retelling, () => sandboxOn(new Workspaces(start)))
  return { scenario: { ...scenario, walkthrough }, warnings: [...warnings, ...further] }
}

const standingStill = (state: Snapshot, { at }: Step): Snapshot =>
  state.clock.mode === 'frozen' ? state : { ...state, clock: { mode: 'frozen', now: instant(at) } }
