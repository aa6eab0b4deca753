// Trouble of the platform, as the package shows it.

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

/** What a fault does. Waits are in milliseconds: `ms`, or `min` and `max`, or `median` and `sigma`. */
export type FaultEffect =
  | { kind: 'delay'; ms?: number; min?: number; max?: number; median?: number; sigma?: number }
  | { kind: 'hold' }
  | { kind: 'hang' }
  | { kind: 'status'; status: number }
  | { kind: 'error'; code: string }
  | { kind: 'rate-limit'; limit: number; windowMs: number }
  | { kind: 'drop' }
  | { kind: 'truncate' }
  | { kind: 'malformed' }

/** A fault as it is armed: which requests it is for, what it does, and how often. */
export type FaultDefinition = {
  match?: { api?: string; operation?: string; method?: string; path?: string; record?: string; correlationId?: string }
  effect: FaultEffect
  phase?: 'before' | 'after'
  times?: number
  /** So many that match pass first. */
  after?: number
  /** 0 to 1; repeatable, by the seed. */
  probability?: number
  enabled?: boolean
  /** An ISO duration on the workspace's clock. */
  expiresAfter?: string
  /** How many matching requests there are to be, the faulted one included. */
  expect?: { operation?: string; count: number }
}

/** A fault that is armed, and how far it has come. */
export type Fault = FaultDefinition & {
  id: string
  phase: 'before' | 'after'
  armedAt: string
  expired?: true
  matched: number
  used: number
  counted?: number
  verdict?: 'open' | 'passed' | 'failed' | 'not-exercised'
}

/** A request that a fault holds. */
export type Held = { id: string; fault?: string; operation: string; since: string }
