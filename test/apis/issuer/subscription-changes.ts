import fc from 'fast-check'
import { isoInstant } from '../../../src/kernel/clock.ts'
import { onAccount, onCard } from './subscribing.ts'

const DAY = 86_400_000
const TYPES = { ALERT: 'LETTER', PORTAL_ACCESS: 'PORTAL', NOTIFICATION: 'E_MAIL' } as const

// Few of each, so that they meet.
const addOn = fc.constantFrom('ALERT' as const, 'ALERT' as const, 'PORTAL_ACCESS' as const, 'NOTIFICATION' as const)
const entity = fc.constantFrom(onAccount, onAccount, onAccount, onCard)

/** Subscribes in some days, and perhaps replaces what there is. */
const subscribes = fc.record({
  addOn,
  entity,
  days: fc.constantFrom(0, 1, 2, 4),
  replaces: fc.option(addOn, { nil: undefined, freq: 2 }),
})
const ends = fc.record({ ended: addOn, entity })
const waits = fc.record({ waits: fc.integer({ min: 1, max: 3 }) })

/** A random change of what Henri's contract subscribes to. */
export const subscriptionChange = fc.oneof({ weight: 5, arbitrary: subscribes }, { weight: 3, arbitrary: ends })

/** The same, or days on which nothing happens. */
export const subscriptionStep = fc.oneof({ weight: 8, arbitrary: subscriptionChange }, { weight: 1, arbitrary: waits })

type Subscribes = typeof subscribes extends fc.Arbitrary<infer T> ? T : never

/** What a request to subscribe says, at an instant in milliseconds since the epoch. */
export const subscriptionOf = ({ addOn, entity, days, replaces }: Subscribes, now: number) => ({
  addonReference: addOn,
  serviceTypeReference: TYPES[addOn],
  ...entity,
  subscriptionDate: isoInstant(now + days * DAY),
  subscriptionToReplaceAddonReference: replaces,
})
