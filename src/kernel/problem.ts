/** How sure we are of a rule: a source states it, the sources together imply it, or we chose. */
export type Basis = 'documented' | 'inferred' | 'assumed'

/**
 * What makes a problem appear: a request; a condition of the host that only a fault brings about; or nothing, because
 * an earlier problem always shows first.
 */
export type Trigger =
  | { kind: 'request'; when: string }
  | { kind: 'host'; when: string }
  | { kind: 'shadowed'; when: string; by: string }

/** A request that brings a problem about, on a scenario as it starts. A text as `body` is sent as it is. */
export type Example = {
  scenario: string
  method: string
  path: string
  headers?: Record<string, string>
  body?: unknown
}

/** One way a simulated API refuses. Declared once by its API, listed by its operations, thrown by its domain. */
export type Problem = {
  code: string
  /** The message on the wire, exact. */
  message: string
  status: number
  basis: Basis
  /** Where it stands, as `contract 4.4` or `decision Dates`: the place that the catalogue links to. */
  source: string
  trigger: Trigger
  example?: Example
}

/** A request turned down, for one reason or several. `detail` replaces the wire message where the API has room for it. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]
  readonly detail: string | undefined

  constructor(problems: readonly Problem[], detail?: string) {
    super(problems.map((problem) => problem.code).join(', '))
    this.problems = problems
    this.detail = detail
  }
}

export function refuse(problem: Problem, detail?: string): never {
  throw new Refusal([problem], detail)
}
