import * as z from 'zod'
import type { Face } from '../../http/face.ts'
import { tool } from '../tool.ts'
import { bodyOf } from './bodies.ts'

const text = z.string().optional()

type Kept = { requestHeaders: object; requestBody?: string; responseHeaders: object; responseBody: string }

export const journal = (control: Face) => [
  tool({
    name: 'find_requests',
    description: 'Requests that the workspace was sent, newest first; status such as 422 or 4xx, finding a kind',
    kind: 'reads',
    input: z.strictObject({
      ...{ operation: text, path: text, status: text, rule: text, finding: text, correlationId: text },
      since: z.int().optional(),
      limit: z.int().default(20),
    }),
    run: async (world, query) => {
      const { requests, next } = await world.control('GET', 'requests', { query })
      const lines = requests.map((one: object) => JSON.stringify(one)).join('\n')
      if (!lines) return { told: ['none'], next: 'call_api, or send requests to the base URL .../w/{workspace}' }
      const more = next === undefined ? '' : '; there are more: narrow it down'
      return { told: [lines], next: `explain_request with an id${more}` }
    },
  }),
  tool({
    name: 'explain_request',
    description:
      'Why a request was answered as it was: checks, rule with its source, findings, what would succeed, records before and after; exchange adds what was sent and answered',
    kind: 'reads',
    input: z.strictObject({ id: z.int(), exchange: z.boolean().default(false) }),
    run: async (world, { id, exchange }) => {
      const { checks, before, after, ...reason } = await world.control('GET', `requests/${id}/explain`)
      const told = [reason, { before, after }, { checks }]
      if (!exchange) return { told }
      const kept: Kept = await world.control('GET', `requests/${id}`)
      const headers = { request: kept.requestHeaders, response: kept.responseHeaders }
      return { told: [...told, headers, `sent: ${kept.requestBody ?? ''}`, `answered: ${kept.responseBody}`] }
    },
  }),
  tool({
    name: 'verify_requests',
    description: 'Whether as many requests as there should be were sent, and which nearly match',
    kind: 'reads',
    input: bodyOf(control, 'verifyRequests'),
    run: async (world, body) => ({ told: [await world.control('POST', 'requests/verify', { body })] }),
  }),
]
