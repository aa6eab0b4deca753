import { sentPath } from '../http/addresses/address.ts'
import type { Services } from '../http/pipeline.ts'
import { stopwatch } from '../kernel/clock.ts'
import { DEFAULT_WORKSPACE } from '../kernel/workspaces/workspace-name.ts'

const CHECKUPS: ReadonlyMap<string, string> = new Map([
  ['/_sandbox/health/live', 'live'],
  ['/_sandbox/health/ready', 'ready'],
])

/**
 * Answers what an orchestrator asks from the start on, in place of the control plane and as it does, so that nothing is
 * loaded for it. Undefined where there is more to it than that all is well: that is for the control plane.
 */
export function checkup(
  request: Request,
  { log, trouble, admitted }: Pick<Services, 'log' | 'admitted'> & { trouble(): string | undefined },
): Response | undefined {
  const { method, url } = request
  if (method !== 'GET' || !url.includes('/_sandbox/health/')) return undefined
  const elapsed = stopwatch()
  const path = sentPath(url)
  const operation = CHECKUPS.get(path)
  const isPlain = operation !== undefined && url.endsWith(path) && !request.headers.has('x-sandbox-workspace')
  if (!isPlain || admitted.origins.length || (operation === 'ready' && trouble() !== undefined)) return undefined
  const durationMs = elapsed()
  log({ method, path, status: 200, durationMs, workspace: DEFAULT_WORKSPACE, api: 'control', operation })
  return new Response('{"status":"ok"}', { headers: { 'Content-Type': 'application/json' } })
}
