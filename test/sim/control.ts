import type { Asked } from './move.ts'

/** What the control plane is asked; `pick` chooses among what could be named. */
type Control = (pick: number) => Pick<Asked, 'method' | 'path'> & { body?: object }

const of = <T>(values: readonly T[], pick: number): T => values[pick % values.length] as T

/** Scenarios that reach what a new world does not. */
const SCENARIOS = [
  'quickstart',
  'temporary-address-active',
  'future-move',
  'dual-currency',
  'usage-tug-of-war',
  'prior-address-history',
  'branch-card-stock',
  'addon-replacement',
  'many-versions',
  'number-range-exhausted',
]
const CLOCKS = ['2026-03-02T09:00:00Z', '2026-03-28T23:59:59.999Z', 'real']
const EFFECTS = [
  { kind: 'status', status: 502 },
  { kind: 'error', code: 'VPL5SNA03E' },
  { kind: 'rate-limit', limit: 1, windowMs: 5000 },
  { kind: 'drop' },
  { kind: 'truncate' },
  { kind: 'malformed' },
]
const LIMITS = [
  { times: 1 },
  { times: 2, after: 1 },
  { probability: 0.5, times: 3 },
  { expiresAfter: 'PT1H' },
  { expect: { count: 2 }, times: 1 },
]

const advance: Control = (pick) => ({
  method: 'POST',
  path: '/clock/advance',
  body: { by: of(['PT1S', 'PT1M', 'P1D', 'P30D', 'P1M', '-P1D'], pick) },
})
const snapshot = (method: string, suffix = ''): Control => {
  return (pick) => ({ method, path: `/snapshots/${of(['s1', 's2'], pick)}${suffix}` })
}
const arm: Control = (pick) => {
  const effect = of(EFFECTS, pick)
  const mayBeLater = ['status', 'error', 'drop'].includes(effect.kind) && pick % 2
  return {
    method: 'POST',
    path: '/faults',
    body: { effect, ...of(LIMITS, pick >> 3), ...(mayBeLater && { phase: 'after' }) },
  }
}
const load: Control = (pick) => ({
  method: 'POST',
  path: `/scenarios/${of(SCENARIOS, pick)}/load`,
  body: {
    ...(pick % 3 !== 0 && { clock: of(CLOCKS, pick >> 2) }),
    ...(pick % 5 === 0 && { seed: pick % 4 }),
    ...(pick % 11 === 0 && { auth: 'strict' }),
  },
})
const fork: Control = (pick) => ({
  method: 'PUT',
  path: `/workspaces/${of(['a', 'b'], pick)}`,
  body: { from: of(['default', 'a', 'b'], pick >> 3) },
})

/** Each as often as it stands here. */
const CONTROLS: readonly Control[] = [
  ...[advance, advance, advance, advance, arm, arm, arm, load, load, fork, fork],
  ...[snapshot('PUT'), snapshot('PUT'), snapshot('POST', '/restore'), snapshot('POST', '/restore'), snapshot('DELETE')],
  (pick) => ({ method: 'PUT', path: '/clock', body: { mode: of(['frozen', 'running', 'real'], pick) } }),
  () => ({ method: 'POST', path: '/reset' }),
  () => ({ method: 'DELETE', path: '/faults' }),
  (pick) => ({ method: 'DELETE', path: `/workspaces/${of(['a', 'b'], pick)}` }),
  (pick) => ({ method: 'PUT', path: `/workspaces/${of(['a', 'b'], pick)}`, body: { scenario: of(SCENARIOS, pick) } }),
  (pick) => ({
    method: 'GET',
    path: of(['/changes', '/state', '/snapshots', '/info', '/faults', '/records/issuer.addresses'], pick),
  }),
]

export function controlled(request: number, pick: number): Asked {
  const { method, path, body } = of(CONTROLS, request)(pick)
  const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
  return { method, path: `/_sandbox${path}`, headers: type, ...(body && { body: JSON.stringify(body) }) }
}
