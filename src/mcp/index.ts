import type { Context } from 'hono'
import type { Face } from '../http/face.ts'
import type { Ask } from './world.ts'

export type Agents = {
  apis: Face[]
  control: Face
  /** Sends a request through the sandbox itself. */
  ask: Ask
  report(error: unknown): void
}

/** The door for agents (decision Agents): tools by the Model Context Protocol. What speaks it is loaded when first asked. */
export function mcp(agents: Agents): (c: Context) => Promise<Response> {
  let serving: Promise<(request: Request) => Promise<Response>> | undefined
  return async (c) => {
    serving ??= import('./serving.ts').then(({ serve }) => serve(agents))
    return (await serving)(c.req.raw)
  }
}
