import { caller } from '../harness.ts'
import type { Asked } from './move.ts'

/** The request that is sent by a call. */
export async function recorded(method: string, path: string, body?: unknown): Promise<Asked> {
  let asked: Asked | undefined
  const call = caller((path, { method = 'GET', headers, body }) => {
    asked = { method, path, headers: headers as Record<string, string>, ...(body != null && { body: String(body) }) }
    return new Response()
  })
  await call(method, path, body)
  return asked as Asked
}
