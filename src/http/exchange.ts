import { stopwatch } from '../kernel/clock.ts'
import type { Aimed } from '../kernel/faults/aim.ts'
import { type Finding, remark } from '../kernel/finding.ts'
import { type StepFault, Trace } from '../kernel/journal/step.ts'
import type { Outcome } from '../kernel/states/snapshot.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import { homeOf, sentPath, targetOf, workspaceIn } from './addresses/address.ts'
import { noBody } from './requests/body.ts'

/** What was asked for: the path as it is routed, the URL as it was sent. */
type Asked = { path: string; url: string }

const LIKE_A_CARD =
  'looks like the number of a real card: its middle digits were replaced before anything was done with it'
const MOST_REMARKS = 50

/** Where a request stands among the steps of its workspace, and when it was carried out. */
type Turn = { number: number; at: number; numbering: number }

/** One request being answered, as far as answers depend on it. */
export class Exchange {
  readonly workspace: Workspace
  readonly findings: Finding[] = []
  /** What it runs into, for its explanation. */
  readonly trace = new Trace()
  /** As routed: without the workspace's prefix and the query. */
  readonly path: string
  readonly #url: string
  /** The body as it was sent, where one was read. */
  body = noBody()
  /** The query as the operation's schema has read it; undefined before, and where the operation takes none. */
  query: unknown
  /** Where this answer is, and the page after it, for faces that say so. */
  links: { self: string; next?: string } | undefined
  readonly #elapsed = stopwatch()
  #timeTakenMs: number | undefined
  readonly #correlationId: string | undefined
  #isStep: boolean
  /** What a fault does to it. */
  fault: StepFault | undefined
  /** The faults that count it, where any is armed. */
  aimed: Aimed | undefined
  #turn: Turn | undefined
  /** What came of it, once it was carried out. */
  outcome: Outcome | undefined

  constructor(workspace: Workspace, isStep: boolean, { path, url }: Asked, correlationId: string | undefined) {
    this.workspace = workspace
    this.#isStep = isStep
    this.path = path
    this.#url = url
    this.#correlationId = correlationId
  }

  /** Whether it has its place among the steps of its workspace. */
  get isStep(): boolean {
    return this.#isStep
  }

  /** The world that it was for is no more: it is no step of the one that took its place. */
  leaveWorld(): void {
    this.#isStep = false
  }

  /** From 1 since the last load or reset, in the order in which steps were carried out; 0 for what is no step. */
  get number(): number {
    return this.begin().number
  }

  /** The workspace's time when it was carried out, in milliseconds since the epoch. */
  get at(): number {
    return this.begin().at
  }

  /** Whether steps are numbered as when it took its turn: it is no step of what began since. */
  get isOfThisNumbering(): boolean {
    return this.begin().numbering === this.workspace.journal.numbering
  }

  /** Takes its turn, if it has none yet. From here to its reply nothing may be waited for. */
  begin(): Turn {
    const { workspace } = this
    const { numbering } = workspace.journal
    this.#turn ??= { number: this.isStep ? ++workspace.requests : 0, at: workspace.clock.now(), numbering }
    return this.#turn
  }

  /** Carries it out in its turn, all at one instant. */
  carryOut<R>(work: () => R): R {
    const { result, outcome } = this.workspace.carryOut(this.at, work)
    this.outcome = outcome
    return result
  }

  /** Words an answer to what was not carried out, in its turn and at its instant all the same. */
  worded<R>(words: () => R): R {
    const { clock } = this.workspace
    clock.hold(this.at)
    try {
      return words()
    } finally {
      clock.letGo()
    }
  }

  /** Gives its turn back at once: it turned out that something must be waited for first. */
  withdraw(): void {
    if (this.#turn && this.isStep) this.workspace.requests--
    this.#turn = undefined
    this.trace.clear()
  }

  /** Whether the path names the workspace. */
  get isByPath(): boolean {
    return workspaceIn(this.#url) !== undefined
  }

  /** The path as the caller sent it, as answers tell where they are. */
  get address(): string {
    return sentPath(this.#url)
  }

  /** What stands before the paths of all operations for this caller: origin, and workspace where the path names it. */
  get home(): string {
    return homeOf(this.#url)
  }

  /** The path with its query, without the workspace before it. */
  get target(): string {
    return targetOf(this.#url)
  }

  /** The caller's correlation id, where one was sent. */
  get sentCorrelationId(): string | undefined {
    return this.#correlationId
  }

  /** The caller's, or one that repeats after a reset. */
  get correlationId(): string {
    return this.#correlationId || this.workspace.correlationId(this.number)
  }

  remark(finding: Finding): void {
    remark(this.findings, finding)
  }

  /** Remarks on numbers that look like those of real cards, and were masked where they stood. */
  remarkCards(paths: string[]): void {
    for (const path of paths.slice(0, MOST_REMARKS)) this.remark({ kind: 'card-number', message: LIKE_A_CARD, path })
  }

  /** Whole milliseconds, told once; 0 while time is frozen, so that answers repeat to the byte. */
  get timeTakenMs(): number {
    this.#timeTakenMs ??= this.workspace.replaying?.durationMs ?? this.#measured
    return this.#timeTakenMs
  }

  get #measured(): number {
    return this.workspace.clock.mode === 'frozen' ? 0 : Math.round(this.durationMs)
  }

  /** Real milliseconds so far: for logs, never for answers. */
  get durationMs(): number {
    return this.#elapsed()
  }
}
