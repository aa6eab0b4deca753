import { isLike } from '../text/path-pattern.ts'
import type { Step } from './step.ts'

/** What a step is to be like; what is left out may be anything. */
export type StepMatch = {
  api?: string | undefined
  /** By the platform's own name, or as the document calls it. */
  operation?: string | undefined
  method?: string | undefined
  /** Without the query; `*` stands for anything. */
  path?: string | undefined
  /** A status such as `422`, or a class of them such as `4xx`. */
  status?: string | undefined
  rule?: string | undefined
  correlationId?: string | undefined
  /** A kind of finding. */
  finding?: string | undefined
}

/** A member in which a step is not what was wanted. */
export type Difference = { member: string; wanted: string; actual: string }

/** What is compared of a step, member by member, and how. */
const MEMBERS: { [M in keyof StepMatch]-?: { of(step: Step): string; fits(actual: string, wanted: string): boolean } } =
  {
    api: { of: ({ api }) => api, fits: isEqual },
    operation: { of: ({ operation = '' }) => operation, fits: (a, b) => isSameOperation(a, b) },
    method: { of: ({ method }) => method, fits: (a, b) => a === b.toUpperCase() },
    path: { of: ({ path }) => path.split('?')[0] ?? '', fits: (a, b) => isLike(a, b) },
    status: { of: ({ status }) => String(status), fits: (a, b) => (b.endsWith('xx') ? a[0] === b[0] : a === b) },
    rule: { of: ({ rule = '' }) => rule, fits: (a, b) => a.split(', ').includes(b) },
    correlationId: { of: ({ correlationId = '' }) => correlationId, fits: isEqual },
    finding: {
      of: ({ findings }) => findings.map(({ kind }) => kind).join(', '),
      fits: (a, b) => a.split(', ').includes(b),
    },
  }

/** In which members a step is not as wanted; none, and it matches. */
export function differences(step: Step, match: StepMatch): Difference[] {
  const wanted = Object.entries(match) as [keyof StepMatch, string | undefined][]
  return wanted.flatMap(([member, value]) => {
    if (value === undefined) return []
    const { of, fits } = MEMBERS[member]
    const actual = of(step)
    return fits(actual, value) ? [] : [{ member, wanted: value, actual }]
  })
}

export const matches = (step: Step, match: StepMatch): boolean => !differences(step, match).length

/** More near misses than these are no longer near. */
const MOST_NEAR_MISSES = 5

/** Steps that miss by the fewest members, yet not by all of them: what was probably meant, and why it does not count. */
export function nearMisses(steps: Iterable<Step>, match: StepMatch): { step: Step; differs: Difference[] }[] {
  const most = Object.values(match).filter((value) => value !== undefined).length
  const missed = [...steps].map((step) => ({ step, differs: differences(step, match) }))
  const near = missed.filter(({ differs }) => differs.length > 0 && differs.length < most)
  const fewest = Math.min(...near.map(({ differs }) => differs.length))
  return near.filter(({ differs }) => differs.length === fewest).slice(0, MOST_NEAR_MISSES)
}

function isEqual(actual: string, wanted: string): boolean {
  return actual === wanted
}

/** Whether two names are of one operation: the platform's `Customer Add` is the document's `customerAdd`. */
export const isSameOperation = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
