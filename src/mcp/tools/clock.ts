import * as z from 'zod'
import { tool } from '../tool.ts'

export const clock = tool({
  name: 'set_clock',
  description:
    'The workspace’s time: by (ISO duration) or to (instant) move it on; mode with now sets it; without any it is read',
  kind: 'adds',
  input: z.strictObject({
    by: z.string().optional(),
    to: z.string().optional(),
    mode: z.enum(['real', 'running', 'frozen']).optional(),
    now: z.string().optional(),
  }),
  run: async (world, { by, to, mode, now }) => {
    if (by !== undefined || to !== undefined)
      return { told: [await world.control('POST', 'clock/advance', { body: { by, to, mode, now } })] }
    if (mode === undefined && now === undefined) return { told: [await world.control('GET', 'clock')] }
    return { told: [await world.control('PUT', 'clock', { body: { mode: mode ?? 'frozen', now } })] }
  },
})
