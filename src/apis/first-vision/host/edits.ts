import { type Problem, Refusal } from '../../../kernel/problem.ts'

/** A check of a request, as data. `Settings` are those of the organization and logo it names, where it needs them. */
export type Edit<Request, Settings = undefined> = {
  problem: Problem
  fails(request: Request, settings: Settings): boolean
}

export const edit = <Request, Settings = undefined>(
  problem: Problem,
  fails: Edit<Request, Settings>['fails'],
): Edit<Request, Settings> => ({ problem, fails })

/** How many problems one answer names (contract 1.6). */
const MOST_PROBLEMS = 20

/** The problems of the edits that fail, each once. */
export const failing = <Request, Settings>(
  edits: Edit<Request, Settings>[],
  request: Request,
  settings: Settings,
): Problem[] => edits.filter(({ fails }) => fails(request, settings)).map(({ problem }) => problem)

/**
 * The first of the two stages (decision Two stages): all that can be judged from the request and the settings. Field
 * edits (`E`) are told together, in the order of their codes; a stop (`S`) is told alone, and only without field edits.
 */
export function judge(problems: Problem[]): void {
  if (!problems.length) return
  const inOrder = [...new Set(problems)].sort((a, b) => (a.code < b.code ? -1 : 1))
  const fieldEdits = inOrder.filter(({ code }) => code.endsWith('E'))
  throw new Refusal(fieldEdits.length ? fieldEdits.slice(0, MOST_PROBLEMS) : inOrder.slice(0, 1))
}
