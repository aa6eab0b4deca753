import * as z from 'zod'
import type { Workspace } from '../kernel/workspace.ts'

/** A workspace's clock as answers show it. */
export const ClockReading = z.strictObject({ mode: z.enum(['real', 'running', 'frozen']), now: z.string() })

/** Where a workspace stands after it was loaded, reset or made. */
export const Standing = z.strictObject({
  workspace: z.string(),
  scenario: z.string(),
  seed: z.int(),
  clock: ClockReading,
  digest: z.string(),
})
export type Standing = z.infer<typeof Standing>

export const standing = (workspace: Workspace): Standing => ({
  workspace: workspace.name,
  scenario: workspace.start.base.scenario,
  seed: workspace.seed,
  clock: workspace.clock.toJSON(),
  digest: workspace.digest(),
})
