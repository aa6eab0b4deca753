import type { ClockStart, ClockState } from '../clock.ts'
import type { Changes } from '../tables/changes.ts'
import { canonical } from '../text/canonical.ts'
import type { Base } from './base.ts'

/** Whether credentials are demanded as the platforms do, or anything passes with a finding (decision Authentication). */
export type Auth = 'relaxed' | 'strict'

/** Profiles of limits that no source documents, by the API that they bite in (decision Limit profiles). */
export type Limits = Readonly<Record<string, readonly string[]>>

/** A state that came from elsewhere, to begin with. Its changes are nobody's to write in. */
export type Origin = { changes: Changes; clock: ClockState; digest: string }

/** What a workspace starts from, and returns to on reset: the records as they are, or an origin over them. */
export type Start = { base: Base; clock: ClockStart; auth: Auth; limits: Limits; origin?: Origin }

/** What makes a world answer otherwise, though it is no record: nothing where all is as it usually is. */
export function peculiarities({ auth, limits }: Start): string[] {
  const strict = auth === 'strict' ? [canonical(['auth', auth])] : []
  return Object.keys(limits).length ? [...strict, canonical(['limits', limits])] : strict
}

export const isSameStart = (one: Start, other: Start): boolean =>
  one.base.digest === other.base.digest &&
  one.origin?.digest === other.origin?.digest &&
  one.clock === other.clock &&
  canonical(peculiarities(one)) === canonical(peculiarities(other))
