// Where a world stands, and its records, as the package shows it.

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
