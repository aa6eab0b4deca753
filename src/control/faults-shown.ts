import * as z from 'zod'
import { isoInstant } from '../kernel/clock.ts'
import { FaultDefinition } from '../kernel/faults/definition.ts'
import type { Fault } from '../kernel/faults/faults.ts'
import { armedAt, isExpired, type LastVerdict, verdictOf } from '../kernel/faults/verdict.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'

const Verdict = z.enum(['open', 'passed', 'failed', 'not-exercised'])

/** What faults that are gone have shown, in answers that take them away; absent where none was to show anything. */
export const verdicts = { verdicts: z.array(z.strictObject({ id: z.string(), verdict: Verdict })).optional() }

export const verdictsOf = (last: LastVerdict[]): { verdicts?: LastVerdict[] } => (last.length ? { verdicts: last } : {})

/** A fault as it was written, and how far it has come. */
export const FaultShown = z.strictObject({
  id: z.string(),
  ...FaultDefinition.shape,
  phase: z.enum(['before', 'after']),
  armedAt: z.string(),
  expired: z.literal(true).optional(),
  matched: z.int(),
  used: z.int(),
  counted: z.int().optional(),
  verdict: Verdict.optional(),
})

export function shown(workspace: Workspace, fault: Fault): z.infer<typeof FaultShown> {
  const { window: _, counted, armedAt: _1, ...rest } = fault
  const expired = isExpired(workspace, fault)
  const verdict = verdictOf(fault, expired)
  return {
    ...rest,
    armedAt: isoInstant(armedAt(workspace, fault)),
    ...(expired && { expired }),
    ...(verdict && { counted, verdict }),
  }
}

/** A request that is held. */
export const HeldShown = z.strictObject({
  ...{ id: z.string(), fault: z.string().optional(), operation: z.string(), since: z.string() },
})

/** The requests of a workspace that wait for somebody to let them go on. */
export const heldIn = ({ waiting }: Workspace): z.infer<typeof HeldShown>[] =>
  waiting.held.map(({ fault, ...held }) => ({ ...held, ...(fault !== undefined && { fault }) }))
