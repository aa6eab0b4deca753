import type { FaultDone } from './faults.ts'
import type { StoredRecord } from './worlds.ts'

// What was asked of a world, as the package shows it.

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
  /** The kinds of these remarks, each once. */
  kinds: string[]
  /** The weightiest of these remarks, as the header of the answer tells it. */
  told?: string
}

/** One step whole, secrets masked. */
export type Step = Omit<StepSummary, 'findings' | 'kinds' | 'told'> & {
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

/** A problem that a request was held against; `tolerated` is what strict authentication would have refused. */
export type Check = {
  code: string
  message: string
  outcome: 'passed' | 'refused' | 'tolerated'
  expected?: string
  remedy?: string
}

/** One change of a request with which it would have succeeded, in words and, where it can be, as data. */
export type RemedyStep = {
  say: string
  path?: string
  from?: string
  value?: unknown
  call?: { method: string; path: string }
}

/** Why a request was answered as it was. */
export type Explanation = {
  id: number
  operation?: string
  route?: { method: string; path: string }
  status: number
  checks: Check[]
  lookups: { type: string; by: string; key: string; found: number }[]
  rule?: string
  message?: string
  when?: string
  basis?: 'documented' | 'inferred' | 'assumed'
  source?: string
  link?: string
  wouldSucceed?: RemedyStep[]
  findings: Finding[]
  fault?: FaultDone
  before: StoredRecord[]
  after: StoredRecord[]
}
