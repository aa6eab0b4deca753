import type {
  Case,
  Choice,
  ClockReading,
  Explanation,
  Fault,
  FaultDefinition,
  Held,
  RecordChanges,
  Replay,
  Snapshot,
  Standing,
  Step,
  StepMatch,
  StepSummary,
  Verification,
} from './shapes/index.ts'

// What the package shows of a world: types alone.

/** One workspace of a sandbox: what is done to it concerns no other. Every call rejects with `Refused` where it is refused. */
export type World = {
  readonly name: string
  /** What a client takes as its base URL to be in this world. */
  readonly url: string
  /** Calls a simulated API here, whatever host the URL names: what a client or a mock of its network may be given. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  load(scenario: string, choice?: Choice): Promise<Standing>
  /** Back to the start of what is loaded, all of it. */
  reset(): Promise<Standing>
  digest(): Promise<string>
  changes(): Promise<RecordChanges>
  readonly clock: {
    read(): Promise<ClockReading>
    set(clock: { mode: ClockReading['mode']; now?: string }): Promise<ClockReading>
    /** By an ISO duration such as `P1DT2H`, or to an instant. */
    advance(move: { by: string } | { to: string }): Promise<ClockReading>
  }
  readonly requests: {
    /** The last steps, newest first; 100 unless said. */
    list(match?: StepMatch & { since?: number; before?: number; limit?: number }): Promise<StepSummary[]>
    read(id: number): Promise<Step>
    /** Why it was answered so: the checks that ran, what was looked up, the rule, what would make it succeed. */
    explain(id: number): Promise<Explanation>
    verify(expected: { match: StepMatch; count?: number; atLeast?: number; atMost?: number }): Promise<Verification>
    clear(): Promise<void>
  }
  readonly faults: {
    list(): Promise<{ faults: Fault[]; held: Held[] }>
    arm(fault: FaultDefinition): Promise<Fault>
    /** By the id of a fault, or of one request that it holds; the ids of what went on. */
    release(id: string): Promise<string[]>
    remove(id: string): Promise<void>
    clear(): Promise<void>
  }
  /** The session as a case file, played once before. */
  case(): Promise<Case>
  /** Plays a case in a world of its own; this one is left alone. */
  replay(session: Case | string): Promise<Replay>
  /** Keeps the state under a name. */
  snapshot(name: string): Promise<Snapshot>
  /** Back to a snapshot; the steps are numbered on. */
  restore(name: string): Promise<Standing>
  /** The whole world as one document, for `importState` and for `--snapshot`. */
  exportState(): Promise<string>
  importState(state: string): Promise<Standing>
  /** Another world in the same state, as it is or as it was after a step. */
  fork(name: string, at?: number): Promise<World>
  /** The world is gone; its name begins anew with its next use. */
  delete(): Promise<void>
}
