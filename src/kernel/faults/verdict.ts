import { clockInstant, later } from '../clock.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type Fault, faults } from './faults.ts'

/** Whether a fault showed what it was to show: `not-exercised` where it never struck. */
export type Verdict = 'open' | 'passed' | 'failed' | 'not-exercised'

/** When a fault was armed; one of the scenario at its start, or when it is first needed where time is real. */
export function armedAt({ start, clock }: Workspace, fault: Fault): number {
  return fault.armedAt ?? (start.clock === 'real' ? clock.now() : clockInstant(start.clock))
}

export function isExpired(workspace: Workspace, fault: Fault): boolean {
  if (fault.expiresAfter === undefined) return false
  const end = later(armedAt(workspace, fault), fault.expiresAfter)
  return workspace.clock.now() >= end
}

/** `isOver` where nothing more is counted. A fault that never struck has shown nothing, though as many were counted. */
export function verdictOf({ expect, used, counted }: Fault, isOver: boolean): Verdict | undefined {
  if (!expect) return undefined
  if (counted > expect.count) return 'failed'
  if (!used) return isOver ? 'not-exercised' : 'open'
  if (counted === expect.count) return 'passed'
  return isOver ? 'failed' : 'open'
}

export type LastVerdict = { id: string; verdict: Verdict }

/** What faults that go now have shown. */
export function lastVerdicts(workspace: Workspace, gone: Iterable<Fault> = faults(workspace).all()): LastVerdict[] {
  const verdicts: LastVerdict[] = []
  for (const fault of gone) {
    const verdict = verdictOf(fault, true)
    if (verdict) verdicts.push({ id: fault.id, verdict })
  }
  return verdicts
}
