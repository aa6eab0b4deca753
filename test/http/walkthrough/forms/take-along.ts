import type { Scenario, WalkthroughStep } from '../../../../src/kernel/scenario/schema.ts'
import { library } from '../../../harness.ts'
import { served } from '../../served.ts'

/** One takes values, one moves the clock a lot, one moves it to the millisecond. */
export const WALKTHROUGHS = ['expired-token', 'documented-address-walkthrough', 'temporary-address-ended']

/** A scenario, its walkthrough changed perhaps, to be played at a sandbox that nobody else uses. */
export async function takenAlong(name: string, change: (steps: WalkthroughStep[]) => void = () => {}) {
  const scenario: Scenario = structuredClone((await library.definition(name)).scenario)
  change(scenario.walkthrough)
  const { url, insides, call } = await served({ clock: undefined })
  return { call, insides, form: { scenario, origin: url, workspace: 'taken-along' } }
}

/** Changes that no answer fits any more, each of another part of what a step expects: the part, and the change. */
export const DOCTORED: [name: string, part: string, change: (steps: WalkthroughStep[]) => void][] = [
  ['expired-token', 'the status', (steps) => expectOf(steps, 0, (expect) => ({ ...expect, status: 402 }))],
  [
    'expired-token',
    'a header',
    (steps) => expectOf(steps, 0, (expect) => ({ ...expect, headers: { 'x-sandbox-rule': 'another' } })),
  ],
  [
    'temporary-address-ended',
    'a value',
    (steps) =>
      expectOf(steps, 1, (expect) => ({ ...expect, body: { data: [{ postalAddress: { townName: "L'Aquila" } }] } })),
  ],
  [
    'temporary-address-ended',
    'a length',
    (steps) => expectOf(steps, 1, (expect) => ({ ...expect, body: { data: [{}, {}] } })),
  ],
  [
    'temporary-address-ended',
    'an empty list',
    (steps) => expectOf(steps, 1, (expect) => ({ ...expect, body: { data: [] } })),
  ],
  [
    'temporary-address-ended',
    'an object',
    (steps) => expectOf(steps, 1, (expect) => ({ ...expect, body: { data: {} } })),
  ],
  [
    'temporary-address-ended',
    'null',
    (steps) => expectOf(steps, 1, (expect) => ({ ...expect, body: { nothing: null } })),
  ],
]

type Expect = Extract<WalkthroughStep, { expect: unknown }>['expect']

function expectOf(steps: WalkthroughStep[], index: number, change: (expect: Expect) => Expect): void {
  const step = steps[index]
  if (!step || !('expect' in step)) throw new Error('no such step')
  step.expect = change(step.expect)
}
