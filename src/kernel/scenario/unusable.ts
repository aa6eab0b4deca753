import type { ZodError } from 'zod'
import { Complaint } from '../complaint.ts'

/** A scenario that is there and cannot be used: its file is not as it must be, or its records cannot be made. */
export class UnusableScenario extends Complaint {}

export class UnknownScenario extends Complaint {
  constructor(name: string, known: string[]) {
    super(`no scenario '${name}'; there are ${known.join(', ')}`)
  }
}

/** A choice of limits names what there is not. */
export class UnknownLimits extends Complaint {}

/** What is defined, or what is wrong with it. */
export async function orUnusable<T>(define: () => Promise<T>): Promise<T | UnusableScenario> {
  try {
    return await define()
  } catch (error) {
    if (error instanceof UnusableScenario) return error
    throw error
  }
}

/** Something in a scenario that cannot be meant; `path` as in `['records', 'issuer.addresses', 0]`. */
export type Issue = { path: PropertyKey[]; message: string }

/** A scenario that is well formed and cannot be made: the message says which record and why. */
export class ScenarioError extends UnusableScenario {
  readonly issues: Issue[]

  constructor(issues: Issue[]) {
    super(issues.map(worded).join('; '))
    this.issues = issues
  }
}

export const worded = ({ path, message }: Issue): string => (path.length ? `${path.join('.')}: ${message}` : message)

type Found = ZodError['issues'][number]

/** What a schema finds, each where it stands: an unknown member at that member, a choice by what fits it best. */
export const issuesOf = ({ issues }: { issues: Found[] }): Issue[] => issues.flatMap(issuesIn)

function issuesIn(issue: Found): Issue[] {
  const { path, message } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: 'no such member' }))
  const [nearest] = issue.code === 'invalid_union' ? issue.errors.toSorted(byFit) : []
  if (nearest) return issuesOf({ issues: nearest }).map((inner) => ({ ...inner, path: [...path, ...inner.path] }))
  return [{ path, message: message.replace(/^Invalid input: .*, received undefined$/, 'missing') }]
}

/** What fits as a whole and is wrong inside stands before what does not fit at all, then what has least wrong. */
const byFit = (a: Found[], b: Found[]): number => shallowest(b) - shallowest(a) || a.length - b.length

const shallowest = (issues: Found[]): number =>
  issues.reduce((least, { path }) => Math.min(least, path.length), Number.POSITIVE_INFINITY)
