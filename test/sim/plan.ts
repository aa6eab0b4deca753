import fc from 'fast-check'
import { subscriptionChange } from '../apis/issuer/subscription-changes.ts'
import { type Recipe, recipe } from '../fuzz/request.ts'
import { BOARDINGS, type Boarding } from './boarding.ts'
import type { Trouble } from './move.ts'

// What is to be done, drawn before anything is known of how the worlds will be then: what a number picks is counted among
// what there is.

type SubscriptionChange = typeof subscriptionChange extends fc.Arbitrary<infer T> ? T : never

export const WORLDS = ['default', 'a', 'b'] as const
export type World = (typeof WORLDS)[number]

type Where = { world: World; alongside: boolean }

export type Plan =
  /** A request made by the fuzzer's recipes; `aims` puts numbers and references that the world knows where they belong. */
  | (Where & { kind: 'cooked'; recipe: Recipe; aims: { place: number; pick: number }[]; named: boolean })
  /** The next of the random changes of addresses. */
  | (Where & { kind: 'address'; named: boolean })
  /** What belongs to what was made before. */
  | (Where & { kind: 'boarding'; what: Boarding; pick: number })
  | (Where & { kind: 'subscription'; change: SubscriptionChange; named: boolean })
  | (Where & { kind: 'again'; pick: number })
  | { kind: 'control'; world: World; request: number; pick: number }
  | { kind: 'wait'; ms: number }
  | { kind: 'trouble'; after: number; how: Trouble }
  | { kind: 'crowd' | 'kill' | 'stop' }
  | { kind: 'cut'; chance: number }

const world = fc.constantFrom(...WORLDS)
const number = fc.nat(10_000)
const where = { world, alongside: fc.nat(3).map((one) => one === 0) }
const kind = <K extends string>(name: K) => fc.constant(name)

/** What is hostile is the fuzzer's business: a world is best led into corners by requests that it accepts. */
const tame = (drawn: Recipe): Recipe => ({
  ...drawn,
  noise: {},
  changes: drawn.changes.filter(({ does }) => does === 'known' || does === 'near'),
})

const plan = (cooks: number): fc.Arbitrary<Plan> => {
  const aim = fc.record({ place: number, pick: number })
  const aimed = fc.oneof(
    { weight: 2, arbitrary: fc.constant<{ place: number; pick: number }[]>([]) },
    { weight: 3, arbitrary: fc.array(aim, { minLength: 1, maxLength: 2 }) },
  )
  return fc.oneof(
    {
      weight: 30,
      arbitrary: fc.record({
        kind: kind('cooked'),
        recipe: recipe(cooks).map(tame),
        aims: aimed,
        named: fc.boolean(),
        ...where,
      }),
    },
    { weight: 24, arbitrary: fc.record({ kind: kind('address'), named: fc.boolean(), ...where }) },
    {
      weight: 18,
      arbitrary: fc.record({
        kind: kind('boarding'),
        what: fc.constantFrom(...BOARDINGS),
        pick: number,
        ...where,
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: kind('subscription'),
        change: subscriptionChange,
        named: fc.boolean(),
        ...where,
      }),
    },
    { weight: 6, arbitrary: fc.record({ kind: kind('again'), pick: number, ...where }) },
    { weight: 22, arbitrary: fc.record({ kind: kind('control'), world, request: number, pick: number }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: kind('wait'), ms: fc.constantFrom(1, 20, 1000, 5000, 90_000, 86_400_000) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: kind('trouble'),
        after: fc.nat(4),
        how: fc.constantFrom('fails', 'falls short', 'dies within', 'dies after', 'takes long'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kind('crowd') }) },
    { weight: 4, arbitrary: fc.record({ kind: kind('kill') }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('cut'), chance: number }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('stop') }) },
  )
}

/** So many plans of a seed: the first ones are the same, however many. */
export const plansOf = (seed: number, steps: number, cooks: number): Plan[] =>
  fc.sample(plan(cooks), { seed, numRuns: steps, unbiased: true })
