import * as z from 'zod'
import { MOST_PAGE } from '../cut.ts'
import { tool } from '../tool.ts'
import type { Answer } from '../world.ts'

type Api = { name: string; basePaths: string[]; operations: { id: string; method: string; path: string }[] }

/** The headers of an answer that say something to whoever asked. */
const TELLING = /^(x-sandbox-|location$|retry-after$)/

export const world = [
  tool({
    name: 'get_world',
    description: 'Where the workspace stands: scenario, seed, clock, digest, changes; api lists its operations',
    kind: 'reads',
    input: z.strictObject({ api: z.enum(['first-vision', 'issuer']).optional() }),
    run: async (world, { api: wanted }) => {
      const { workspace, apis } = await world.control('GET', 'info')
      const told = apis.map(({ name, basePaths, operations }: Api) => ({
        name,
        basePaths,
        operations: operations.length,
      }))
      const { operations = [] } = apis.find(({ name }: Api) => name === wanted) ?? {}
      const lines = operations.map(({ id, method, path }: Api['operations'][number]) => `${method} ${path}  ${id}`)
      return { told: [{ workspace, apis: told }, ...(lines.length ? [lines.join('\n')] : [])], most: MOST_PAGE }
    },
  }),
  tool({
    name: 'reset_world',
    description: 'Bring the workspace back to the start of its scenario',
    kind: 'begins anew',
    input: z.strictObject({}),
    run: async (world) => ({ told: [await world.control('POST', 'reset')] }),
  }),
  tool({
    name: 'call_api',
    description: 'Send a request to a simulated API of the workspace, as its clients do',
    kind: 'replaces',
    input: z.strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      path: z.string().startsWith('/'),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
    }),
    run: async (world, call) => {
      const answer = await world.call(call)
      const { status, text } = answer
      return { told: [{ status, headers: telling(answer) }, text], next: nextAfter(answer) }
    },
  }),
]

const telling = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => TELLING.test(name)))

function nextAfter({ status, headers }: Answer): string | undefined {
  const id = headers.get('x-sandbox-request')
  const isTold = status >= 400 || headers.has('x-sandbox-findings')
  return id && isTold ? `explain_request {"id":${id}} tells why` : undefined
}
