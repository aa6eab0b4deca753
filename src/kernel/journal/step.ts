import type { Aimed } from '../faults/aim.ts'
import type { EffectKind, Phase } from '../faults/definition.ts'
import type { Finding } from '../finding.ts'
import { maskCards } from '../masking/redaction.ts'
import type { Problem } from '../problem.ts'
import type { Row } from '../tables/row.ts'

/**
 * Anything that was asked of a world, or changed it: a simulated request, or a call of the control plane that changes
 * something. Instants are ISO texts of the workspace's clock, durations whole
 * milliseconds, 0 while the clock is frozen.
 */
export type Step = {
  /** From 1 since the last load or reset, in the order in which steps were carried out. */
  id: number
  kind: 'request' | 'control'
  at: string
  api: string
  operation?: string
  method: string
  /** With the query, without the workspace's prefix. */
  path: string
  status: number
  durationMs: number
  correlationId?: string
  rule?: string
  findings: Finding[]
  fault?: StepFault
  requestHeaders: Record<string, string>
  requestBody?: string
  responseHeaders: Record<string, string>
  responseBody: string
}

/**
 * What a fault did to a step: `id` of the one that struck, none where the request asked for it itself; what was drawn or
 * counted is settled, so that it can be done again without either. Without an answer the step's status is 0; one that was
 * lost is kept as it would have been.
 */
export type StepFault = {
  id?: string
  kind: EffectKind
  phase: Phase
  /** How long it waited. */
  ms?: number
  status?: number
  code?: string
  /** Seconds. */
  retryAfter?: number
}

/** What chance or the machine has decided of a step when it was made: made again, it takes it from here. */
export type Replaying = Pick<Step, 'durationMs' | 'fault'> & {
  /** The system's time, in milliseconds since the epoch. */
  system: number
  aimed?: Aimed | undefined
  /** The requests that were held until it let them go on. */
  released?: string[] | undefined
}

/**
 * A problem that a request was held against, and whether it has it. Tolerated is what was let pass though it has it. Where
 * it can be told, `expected` is what should have been there, and `remedy` what sets it right.
 */
export type Check = {
  problem: Problem
  refused: boolean
  tolerated?: boolean
  expected?: string | undefined
  remedy?: string | undefined
}

/** Something that was looked for among the records: by `id`, or by an index and its key. */
export type LookUp = { type: string; by: string; key: string; found: number }

/** A row that was written: as it was, and as it is now; undefined where there was none, or is none any more. */
export type RowWrite = { type: string; id: string; before: Row | undefined; after: Row | undefined }

/** More look-ups than these tell nobody more. */
const MOST_LOOK_UPS = 200

/**
 * What a step ran into and wrote, for its explanation. Rows are frozen, so they are referred to; checks are told by those
 * who made them, from what they were made on, and only when somebody asks.
 */
export class Trace {
  readonly lookUps: LookUp[] = []
  readonly writes: RowWrite[] = []
  /** What it was held against, in order: a problem that it did not have, or what tells of several. */
  readonly checked: (Problem | (() => Check[]))[] = []
  /** The problems that the request was refused for. */
  refused: readonly Problem[] = []

  /** Notes a problem that the request does not have; the same for row after row is noted once. */
  passed(problem: Problem): void {
    if (this.checked.at(-1) !== problem) this.checked.push(problem)
  }

  /** What was asked for is masked here, as it is kept. */
  look(type: string, by: string, key: string, found: number): void {
    if (this.lookUps.length < MOST_LOOK_UPS) this.lookUps.push({ type, by, key: maskCards(key), found })
  }

  wrote(type: string, id: string, before: Row | undefined, after: Row | undefined): void {
    this.writes.push({ type, id, before, after })
  }

  /** Each row that was written, as it was before the step and after it. */
  changes(): RowWrite[] {
    const changes = new Map<string, RowWrite>()
    for (const write of this.writes) {
      const key = `${write.type} ${write.id}`
      const known = changes.get(key)
      changes.set(key, { ...write, before: known ? known.before : write.before })
    }
    return [...changes.values()].filter(({ before, after }) => before !== after)
  }

  /** Forgets what was told so far: the work begins anew. */
  clear(): void {
    this.lookUps.length = 0
    this.writes.length = 0
    this.checked.length = 0
  }

  /** What the request was held against, in order; last what it was refused for. */
  checks(): Check[] {
    const checks = this.checked.flatMap((told) => (typeof told === 'function' ? told() : asPassed(told)))
    const told = new Set(checks.filter(({ refused }) => refused).map(({ problem }) => problem))
    return [...checks, ...this.refused.filter((problem) => !told.has(problem)).map(asRefused)]
  }
}

const asPassed = (problem: Problem): Check => ({ problem, refused: false })
const asRefused = (problem: Problem): Check => ({ problem, refused: true })
