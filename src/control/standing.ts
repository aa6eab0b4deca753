import * as z from 'zod'
import type { LastVerdict } from '../kernel/faults/verdict.ts'
import { Auth } from '../kernel/scenario/schema.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import { verdicts, verdictsOf } from './faults-shown.ts'

/** A workspace's clock as answers show it. */
export const ClockReading = z.strictObject({ mode: z.enum(['real', 'running', 'frozen']), now: z.string() })

/** Where a workspace stands after it was loaded, reset or made. */
export const Standing = z.strictObject({
  workspace: z.string(),
  scenario: z.string(),
  seed: z.int(),
  clock: ClockReading,
  auth: Auth,
  digest: z.string(),
  ...verdicts,
})
export type Standing = z.infer<typeof Standing>

/** `last` is what the faults have shown that were armed before. */
export const standing = (workspace: Workspace, last: LastVerdict[] = []): Standing => ({
  workspace: workspace.name,
  scenario: workspace.start.base.scenario,
  seed: workspace.seed,
  clock: workspace.clock.toJSON(),
  auth: workspace.auth,
  digest: workspace.digest(),
  ...verdictsOf(last),
})
