import type { Check } from '../../../kernel/journal/step.ts'
import { type Problem, Refusal } from '../../../kernel/problem.ts'
import { type Fits, isGiven, isWrong, isWrongName, nameOf, type Scalar } from './scalar.ts'

/** A check of a request, as data. One that needs settings is made only where the place of the request is found. */
export type Edit<Request, Place = unknown> = {
  problem: Problem
  needsSettings: boolean
  fails(request: Request, place: Place): boolean
}

/**
 * Edits of parts of a request, made once for each of them. The parts may depend on the place, as far as it is found.
 */
type PartEdits<Request, Place> = {
  partsOf(request: Request, place: Place | undefined): unknown[]
  edits: Edit<never, Place>[]
}

/** All that a request is judged by in the first stage, in whatever order. */
export type Edits<Request, Place = unknown> = (Edit<Request, Place> | PartEdits<Request, Place>)[]

/** Judged from the request alone. */
export const edit = <Request>(problem: Problem, fails: (request: Request) => boolean): Edit<Request> => ({
  problem,
  needsSettings: false,
  fails,
})

/** Judged from the request and the settings of its organization or logo. */
export const settingEdit = <Request, Place>(
  problem: Problem,
  fails: (request: Request, place: Place) => boolean,
): Edit<Request, Place> => ({ problem, needsSettings: true, fails })

export const ofEach = <Request, Part, Place>(
  partsOf: (request: Request, place: Place | undefined) => Part[],
  edits: Edit<Part, Place>[],
): PartEdits<Request, Place> => ({ partsOf, edits })

type Having<Member extends string> = { readonly [M in Member]?: Scalar }

/** What is given in a member must fit. */
export const fits = <M extends string>(problem: Problem, member: M, test: Fits): Edit<Having<M>> =>
  edit(problem, (request) => isWrong(request[member], test))

/** What names something must fit; zeros name nothing. */
export const names = <M extends string>(problem: Problem, member: M, test: Fits): Edit<Having<M>> =>
  edit(problem, (request) => isWrongName(request[member], test))

/** Something must be given; a zero counts as given. */
export const isRequired = <M extends string>(problem: Problem, member: M): Edit<Having<M>> =>
  edit(problem, (request) => !isGiven(request[member]))

/** Something must be named; zeros name nothing. */
export const mustName = <M extends string>(problem: Problem, member: M): Edit<Having<M>> =>
  edit(problem, (request) => nameOf(request[member]) === undefined)

/** Makes the edits of a request one by one: a place that is not found spares those on settings. */
function make<Request, Place>(
  edits: Edits<Request, Place>,
  request: Request,
  place: Place | undefined,
  tell: (problem: Problem, refused: boolean) => void,
): void {
  for (const one of edits)
    if ('edits' in one) for (const part of one.partsOf(request, place)) make(one.edits, part as never, place, tell)
    else if (place || !one.needsSettings) tell(one.problem, one.fails(request, place as Place))
}

/** The edits that are made of a request, and whether it fails them. */
export function checksOf<Request, Place>(
  edits: Edits<Request, Place>,
  request: Request,
  place: Place | undefined,
): Check[] {
  const checks: Check[] = []
  make(edits, request, place, (problem, refused) => checks.push({ problem, refused }))
  return checks
}

/** The problems of the edits that fail. */
export function failing<Request, Place>(
  edits: Edits<Request, Place>,
  request: Request,
  place: Place | undefined,
): Problem[] {
  const problems: Problem[] = []
  make(edits, request, place, (problem, refused) => refused && problems.push(problem))
  return problems
}

/** How many problems one answer names (contract 1.6). */
const MOST_PROBLEMS = 20

/**
 * Field edits (`E`) are told together, in the order of their codes, each once; a stop (`S`) is told alone, and only when
 * there is no field edit.
 */
export function judge(problems: Problem[]): void {
  if (!problems.length) return
  const inOrder = [...new Set(problems)].sort((a, b) => (a.code < b.code ? -1 : 1))
  const fieldEdits = inOrder.filter(({ code }) => code.endsWith('E'))
  throw new Refusal(fieldEdits.length ? fieldEdits.slice(0, MOST_PROBLEMS) : inOrder.slice(0, 1))
}
