import * as z from 'zod'
import type { Face } from '../../http/face.ts'
import { tool } from '../tool.ts'
import { bodyOf } from './bodies.ts'

export const faults = (control: Face) =>
  tool({
    name: 'set_fault',
    description:
      'Arm trouble of the platform for requests that match; remove takes one away by id, or all; with neither, lists them with verdicts',
    kind: 'replaces',
    input: z.strictObject({ fault: bodyOf(control, 'armFault').optional(), remove: z.string().optional() }),
    run: async (world, { fault, remove }) => {
      if (fault)
        return { told: [await world.control('POST', 'faults', { body: fault })], next: 'send a request that matches' }
      if (remove === undefined) return { told: [await world.control('GET', 'faults')] }
      const path = remove === 'all' ? 'faults' : `faults/${encodeURIComponent(remove)}`
      return { told: [await world.control('DELETE', path)] }
    },
  })
