// What the control plane tells, as far as pages show it.

import type { Finding } from '../kernel/finding.ts'
import type { StepFault as Fault, Step as StepInFull } from '../kernel/journal/step.ts'
import type { WalkthroughStep } from '../kernel/scenario/schema.ts'

export type { ToldTimeline } from '../kernel/timeline.ts'
export type { Fault, Finding, StepInFull }

export type Clock = { mode: 'real' | 'running' | 'frozen'; now: string }

export type Info = {
  version: string
  workspace: {
    name: string
    scenario: string
    seed: number
    clock: Clock
    auth: string
    digest: string
    changes: number
  }
  apis: { name: string; version: string; basePaths: string[] }[]
}

/** A step in a list: `told` is its weightiest finding, `kinds` are those of all. */
export type StepInList = Omit<StepInFull, 'findings' | Sent> & { findings: number; kinds: string[]; told?: string }

type Sent = 'requestHeaders' | 'requestBody' | 'responseHeaders' | 'responseBody'

export type StepList = { requests: StepInList[]; evicted: number; next?: number }

export type Check = {
  code: string
  message: string
  outcome: 'passed' | 'refused' | 'tolerated'
  expected?: string
  remedy?: string
}

export type StoredRecord = { id: string } & Record<string, unknown>

export type RecordTypes = { types: { type: string; total: number }[] }

export type RecordPage = { type: string; total: number; records: StoredRecord[]; next?: string }

type Which = { type: string; id: string }

/** What differs from the start. */
export type Changed = {
  created: (Which & { after: StoredRecord })[]
  updated: (Which & { before: StoredRecord; after: StoredRecord })[]
  deleted: (Which & { before: StoredRecord })[]
}

export type Explanation = {
  operation?: string
  route?: { method: string; path: string }
  checks: Check[]
  lookups: { type: string; by: string; key: string; found: number }[]
  rule?: string
  message?: string
  when?: string
  basis?: string
  source?: string
  link?: string
  wouldSucceed?: { say: string; call?: { method: string; path: string } }[]
  findings: Finding[]
  fault?: Fault
  before: StoredRecord[]
  after: StoredRecord[]
}

export type Held = { id: string; fault?: string; operation: string; since: string }

export type Snapshot = { name: string; at: string; scenario: string; step: number; digest: string }

export type ScenarioInList = { name: string; title: string; summary: string; tags: string[]; apis: string[] }

export type Request = { method: string; path: string; headers?: Record<string, string>; body?: unknown }

export type CastMember = {
  name: string
  issuer?: { issuerId: string; customerReference: string }
  firstVision?: { organizationNumber: number; customerNumber: string }
}

export type Scenario = ScenarioInList & {
  cast: Record<string, CastMember>
  walkthrough: { title: string; request?: Request }[]
}

export type ScenarioInFull = ScenarioInList & {
  story: string
  seed: number
  clock: string
  auth: string
  cast: Record<string, { name: string; about: string } & Record<string, unknown>>
  walkthrough: WalkthroughStep[]
}

export type ScenarioList = { scenarios: ScenarioInList[]; unusable?: { name: string; problem: string }[] }

export type WorkspaceInList = {
  name: string
  scenario?: string
  seed?: number
  clock?: Clock
  requests?: number
  onFile?: true
}

export type ArmedFault = {
  id: string
  match?: Record<string, string>
  effect: { kind: string } & Record<string, unknown>
  phase: string
  times?: number
  after?: number
  probability?: number
  enabled?: boolean
  expiresAfter?: string
  expired?: true
  armedAt: string
  expect?: { operation?: string; count: number }
  matched: number
  used: number
  counted?: number
  verdict?: string
}

export type FaultList = { faults: ArmedFault[]; held: Held[] }

export type Coverage = {
  operations: {
    api: string
    operation: string
    requests: number
    statuses: Record<string, number>
    exercised: boolean
    codes: { reached: string[]; missing: string[] }
  }[]
  requests: number
  share: number
  totals: Record<'operations' | 'codes', { reached: number; of: number; share: number }>
}

/** A refusal, as the catalogue has it: under its operation, or once as a rule with all of them. */
export type CatalogueEntry = {
  api: string
  message: string
  status: number
  basis: string
  source: string
  links: string[]
  trigger: { kind: 'request' | 'host' | 'shadowed'; when: string; by?: string; fault?: object }
  example?: Request & { scenario: string }
  counterExample?: Request & { scenario: string }
}

export type ErrorInCatalogue = CatalogueEntry & { operation: string; code: string }

export type RuleInCatalogue = CatalogueEntry & { rule: string; operations: string[] }

export type CaseVerdict = {
  verdict: 'identical' | 'differs' | 'parted' | 'nothing'
  steps: number
  step?: number
  difference?: { path: string; expected?: unknown; actual?: unknown }
  why?: string
  warnings: string[]
}
