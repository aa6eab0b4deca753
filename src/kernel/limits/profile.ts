import type { Problem } from '../problem.ts'
import type { Limits } from '../states/start.ts'
import type { Characters } from './characters.ts'

/** What happens to a value that is beyond a limit: refused, kept cut, or kept whole with a finding. */
export const WAYS = ['refuse', 'cut', 'accept'] as const
export type Way = (typeof WAYS)[number]

/** How long a value may be, in characters, and of which characters it is. */
export type Limit = {
  /** The names of the members that it holds for, wherever they stand; all texts where left out. */
  members?: readonly string[]
  most?: number
  characters?: Characters
}

/** Limits that stand together in the real world (decision Limit profiles). */
export type Profile = {
  name: string
  about: string
  /** What it does unless a scenario says otherwise. */
  way: Way
  limits: readonly Limit[]
}

/** The profiles of one API, and how it refuses what is beyond them. */
export type ApiLimits = {
  /** As the API is named in a scenario's `limits`. */
  api: string
  profiles: readonly Profile[]
  problems: { tooLong: Problem; wrongCharacter: Problem }
}

/** A profile as it was chosen: `line-35`, or `line-35:cut` for another way than its own; undefined where there is none. */
export function profileOf(chosen: string, { profiles }: ApiLimits): Profile | undefined {
  const [name, way, ...more] = chosen.split(':')
  const profile = profiles.find((one) => one.name === name)
  if (!profile || way === undefined) return profile
  const other = WAYS.find((one) => one === way)
  return other && !more.length ? { ...profile, way: other } : undefined
}

/** What of a choice there is not: where in it that stands, and what there is. */
export function unknownLimits(limits: Limits, apis: readonly ApiLimits[]): { path: PropertyKey[]; message: string }[] {
  return Object.entries(limits).flatMap(([api, chosen]) => {
    const known = apis.find((one) => one.api === api)
    if (!known) {
      const there = apis.map((one) => one.api).join(', ')
      return [{ path: [api], message: `no limits of an API '${api}'; there are those of ${there}` }]
    }
    const names = known.profiles.map(({ name }) => name).join(', ')
    return chosen.flatMap((name, index) => {
      if (profileOf(name, known)) return []
      const message = `no profile '${name}' of ${api}; there are ${names}, each also with :${WAYS.join(', :')}`
      return [{ path: [api, index], message }]
    })
  })
}
