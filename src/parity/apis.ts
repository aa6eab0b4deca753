import type { CaseStep } from '../cases/case.ts'
import { jsonOf } from '../cases/difference.ts'
import { leavesOf } from '../cases/tokens.ts'
import { type Face, problemsOf } from '../http/face.ts'
import type { Operation } from '../http/operation.ts'
import type { Problem } from '../kernel/problem.ts'

/** Where a step leads: an operation of an API. */
export type Place = { api: Face; operation: Operation }

/** Where a step leads; undefined where no operation of a simulated API is. */
export function placeOf({ operation: id }: CaseStep, apis: readonly Face[]): Place | undefined {
  for (const api of apis) {
    const operation = api.operations.find((one) => one.id === id)
    if (operation) return { api, operation }
  }
  return undefined
}

/** A path below the base URL of its API, which may have been asked for below another one here. */
export function pathBelow(path: string, { basePaths }: Face): string {
  const base = basePaths.find((one) => one && isBelow(path, one))
  return base ? path.slice(base.length) : path
}

const isBelow = (path: string, start: string): boolean =>
  path.startsWith(start) && /^(?:[/?]|$)/.test(path.slice(start.length))

/** What the catalogue says of an operation's refusal by a rule. */
export const problemOf = ({ api, operation }: Place, rule: string): Problem | undefined =>
  problemsOf(api, operation).find(({ code }) => code === rule)

/** The codes of the catalogue that an answer shows, each a value of its own in the body. */
export function codesIn(body: string, { api, operation }: Place): string[] {
  const known = new Set(problemsOf(api, operation).map(({ code }) => code))
  return [...new Set([...leavesOf(jsonOf(body)?.value)].map(([, text]) => text))]
    .filter((text) => known.has(text))
    .sort()
}

export const rulesOf = ({ rule }: Pick<CaseStep, 'rule'>): string[] => rule?.split(', ') ?? []

/** All that a request says. */
export const textsOf = ({ path, headers, body = '' }: CaseStep['request']): string[] => [
  path,
  ...Object.values(headers),
  body,
]
