// What the package shows of a world. Types alone, and none of another file: they are read from here.

/** A workspace's time: `real` follows the system, `running` runs on from where it was set, `frozen` stands still. */
export type ClockReading = { mode: 'real' | 'running' | 'frozen'; now: string }

/** Where a world stands after it was loaded, reset or put back. */
export type Standing = {
  workspace: string
  scenario: string
  seed: number
  clock: ClockReading
  /** Whether credentials are demanded (`strict`), or anything passes with a finding. */
  auth: 'relaxed' | 'strict'
  /** Equal states have equal digests: 64 hexadecimal digits. */
  digest: string
  /** What faults that went with it have shown, of those that were to show anything. */
  verdicts?: { id: string; verdict: 'open' | 'passed' | 'failed' | 'not-exercised' }[]
}

/** What a load may choose; the scenario's own where it is left out. */
export type Choice = {
  seed?: number
  /** `real`, or an ISO instant at which to freeze. */
  clock?: string
  auth?: 'relaxed' | 'strict'
  /** Profiles of limits, by the API that they bite in. */
  limits?: { [api: string]: string | string[] }
}

/** A record as it is stored: an `id`, and otherwise the wire names of its API. */
export type StoredRecord = { id: string; [member: string]: unknown }

/** What differs from the start, or from a snapshot. */
export type RecordChanges = {
  created: { type: string; id: string; after: StoredRecord }[]
  updated: { type: string; id: string; before: StoredRecord; after: StoredRecord }[]
  deleted: { type: string; id: string; before: StoredRecord }[]
}

/** A remark on a request that was answered all the same. */
export type Finding = { kind: string; message: string; path?: string; suggestion?: string }

/** What steps are chosen by; what is left out may be anything. */
export type StepMatch = {
  api?: string
  /** By the platform's own name, or as the OpenAPI document calls it. */
  operation?: string
  method?: string
  /** Without its query; `*` stands for anything. */
  path?: string
  /** Such as 422, or a class such as `4xx`. */
  status?: number | string
  rule?: string
  correlationId?: string
  /** A kind of finding. */
  finding?: string
}

/** One step as lists show it; `id` is its number since the last load or reset. */
export type StepSummary = {
  id: number
  kind: 'request' | 'control'
  at: string
  api: string
  operation?: string
  method: string
  path: string
  status: number
  durationMs: number
  correlationId?: string
  rule?: string
  fault?: FaultDone
  /** How many there are. */
  findings: number
}

/** What a fault did to a step: no id where the request asked for it itself; `ms` it waited, `retryAfter` in seconds. */
export type FaultDone = {
  id?: string
  kind: string
  phase: 'before' | 'after'
  ms?: number
  status?: number
  code?: string
  retryAfter?: number
}

/** One step whole, secrets masked. */
export type Step = Omit<StepSummary, 'findings'> & {
  findings: Finding[]
  requestHeaders: { [name: string]: string }
  requestBody?: string
  responseHeaders: { [name: string]: string }
  responseBody: string
}

/** Whether as many requests were made as there should have been, and which came near. */
export type Verification = {
  ok: boolean
  count: number
  reason?: string
  nearMisses?: {
    id: number
    operation?: string
    path: string
    status: number
    differs: { member: string; wanted: string; actual: string }[]
  }[]
}

/** A state kept under a name; `step` is the last one before it was taken. */
export type Snapshot = { name: string; at: string; scenario: string; seed: number; step: number; digest: string }

/** What went wrong at the control plane (RFC 9457). */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  errors?: { path: string; message: string }[]
}

/** Thrown where the control plane refuses; the message is its detail. */
export type Refused = Error & { name: 'Refused'; status: number; problem: Problem }

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
    verify(expected: { match: StepMatch; count?: number; atLeast?: number; atMost?: number }): Promise<Verification>
    clear(): Promise<void>
  }
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
