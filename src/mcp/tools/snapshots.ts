import * as z from 'zod'
import { tool } from '../tool.ts'
import { Refused } from '../world.ts'

/** How the control plane is asked for each. */
const REQUESTS = {
  take: ['PUT', ''],
  compare: ['GET', ''],
  restore: ['POST', '/restore'],
  delete: ['DELETE', ''],
} as const

export const snapshots = tool({
  name: 'snapshot',
  description: 'Keep the workspace’s state under a name, compare it with now, restore or delete it; list needs no name',
  kind: 'replaces',
  input: z.strictObject({
    action: z.enum(['list', 'take', 'compare', 'restore', 'delete']),
    name: z.string().optional(),
  }),
  run: async (world, { action, name }) => {
    if (action === 'list') return { told: [await world.control('GET', 'snapshots')] }
    if (name === undefined) throw new Refused(`name the snapshot to ${action}`)
    const [method, ending] = REQUESTS[action]
    return { told: [await world.control(method, `snapshots/${encodeURIComponent(name)}${ending}`)] }
  },
})
