import fc from 'fast-check'
import { affair, type Change, change, lapse } from '../apis/issuer/histories.ts'
import { subscriptionChange } from '../apis/issuer/subscription-changes.ts'
import { type Recipe, recipe } from '../fuzz/request.ts'
import { BOARDINGS, type Boarding, SALE } from './boarding.ts'
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
  /** One of the random changes of addresses. */
  | (Where & { kind: 'address'; change: Change; named: boolean })
  /** What belongs to what was made before. */
  | (Where & { kind: 'boarding'; what: Boarding; pick: number })
  /** A random change of subscriptions; `aims` at the one that was made last, where there is one. */
  | (Where & { kind: 'subscription'; change: SubscriptionChange; aims: boolean; named: boolean })
  | (Where & { kind: 'again'; pick: number })
  /** A client asks for a token. */
  | (Where & { kind: 'token' })
  /** A day passes by the clock of a world. */
  | { kind: 'day'; world: World }
  | { kind: 'control'; world: World; request: number; pick: number }
  | { kind: 'wait'; ms: number }
  | { kind: 'trouble'; after: number; how: Trouble }
  | { kind: 'crowd' | 'kill' | 'stop' }
  | { kind: 'cut'; chance: number }

const number = fc.nat(10_000)
const alongside = fc.nat(3).map((one) => one === 0)
const kind = <K extends string>(name: K) => fc.constant(name)

/** What is hostile is the fuzzer's business: a world is best led into corners by requests that it accepts. */
const tame = (drawn: Recipe): Recipe => ({
  ...drawn,
  noise: {},
  changes: drawn.changes.filter(({ does }) => does === 'known' || does === 'near'),
})

const trouble = fc.record({
  kind: kind('trouble'),
  after: fc.nat(8),
  how: fc.constantFrom<Trouble>('fails', 'falls short', 'dies within', 'dies after', 'takes long'),
})

/** Longer than it takes until files are written whole. */
const REST_MS = 5000

/** What is done, by the name that weights have for it: one thing, or several that belong together. */
const doings = (cooks: number, world: fc.Arbitrary<World>) => {
  const where = { world, alongside }
  const aim = fc.record({ place: number, pick: number })
  const aims = fc.oneof(
    { weight: 2, arbitrary: fc.constant<{ place: number; pick: number }[]>([]) },
    { weight: 3, arbitrary: fc.array(aim, { minLength: 1, maxLength: 2 }) },
  )
  const named = fc.boolean()
  const boarding = (what: fc.Arbitrary<Boarding>) => fc.record({ kind: kind('boarding'), what, pick: number, ...where })
  return {
    cooked: fc.record({ kind: kind('cooked'), recipe: recipe(cooks).map(tame), aims, named, ...where }),
    address: fc.record({ kind: kind('address'), change, named, ...where }),
    affair: fc
      .record({ affair: fc.oneof({ weight: 3, arbitrary: affair }, { weight: 1, arbitrary: lapse }), world, named })
      .map(({ affair, ...of }) =>
        affair.map((change) => ({ kind: 'address' as const, change, alongside: false, ...of })),
      ),
    boarding: boarding(fc.constantFrom(...BOARDINGS)),
    // Each is about what the one before it has made.
    sale: fc
      .record({ world, pick: fc.nat(1) })
      .map((of) => SALE.map((what) => ({ kind: 'boarding' as const, what, alongside: false, ...of }))),
    subscription: fc.record({
      ...{ kind: kind('subscription'), change: subscriptionChange, aims: fc.boolean(), named, ...where },
    }),
    again: fc.record({ kind: kind('again'), pick: number, ...where }),
    control: fc.record({ kind: kind('control'), world, request: number, pick: number }),
    // The second is asked for when the first has expired.
    tokens: world.map((world) => {
      const token = { kind: 'token' as const, world, alongside: false }
      return [token, { kind: 'day' as const, world }, token]
    }),
    day: fc.record({ kind: kind('day'), world }),
    wait: fc.record({ kind: kind('wait'), ms: fc.constantFrom(1, 20, 1000, 5000, 90_000, 86_400_000) }),
    trouble,
    // One of the writes goes wrong by which a file is written whole, and a change may come in between.
    rest: fc.record({ trouble, world }).map(({ trouble, world }) => {
      const day = { kind: 'day' as const, world }
      return [day, trouble, { kind: 'wait' as const, ms: REST_MS }, day]
    }),
    crowd: fc.record({ kind: kind('crowd') }),
    kill: fc.record({ kind: kind('kill') }),
    cut: fc.record({ kind: kind('cut'), chance: number }),
    stop: fc.record({ kind: kind('stop') }),
  } satisfies Record<string, fc.Arbitrary<Plan | Plan[]>>
}

type Doing = keyof ReturnType<typeof doings>

/** How often each is done, beside the others. */
const WEIGHTS: Record<Doing, number> = {
  ...{
    cooked: 30,
    address: 16,
    affair: 6,
    boarding: 16,
    sale: 2,
    subscription: 8,
    again: 6,
    control: 22,
    tokens: 2,
    day: 2,
  },
  ...{ wait: 4, trouble: 2, rest: 2, crowd: 1, kill: 4, cut: 1, stop: 1 },
}

/**
 * What seeds are about by turns, so much more often than the weights say: a few moves lead into a corner where many are of
 * one kind, and to one world.
 */
const FOCI: readonly (readonly Doing[])[] = [
  [],
  ['address', 'affair'],
  ['boarding', 'sale'],
  ['subscription'],
  ['cooked', 'again'],
  ['control', 'day'],
  ['trouble', 'rest', 'cut'],
]
const MORE = 25

/** So many plans of a seed: the first ones are the same, however many. */
export function plansOf(seed: number, steps: number, cooks: number): Plan[] {
  const focus = FOCI[seed % FOCI.length] ?? []
  const home = WORLDS[seed % WORLDS.length] as World
  const world = focus.length
    ? fc.oneof({ weight: 3, arbitrary: fc.constant(home) }, { weight: 1, arbitrary: fc.constantFrom(...WORLDS) })
    : fc.constantFrom(...WORLDS)
  const weighted = Object.entries(doings(cooks, world)).map(([name, arbitrary]) => {
    const doing = name as Doing
    return {
      weight: WEIGHTS[doing] * (focus.includes(doing) ? MORE : 1),
      arbitrary: arbitrary as fc.Arbitrary<Plan | Plan[]>,
    }
  })
  return fc
    .sample(fc.oneof(...weighted), { seed, numRuns: steps, unbiased: true })
    .flat()
    .slice(0, steps)
}
