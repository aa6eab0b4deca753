import type { Context } from 'hono'
import type { Workspace } from '../kernel/workspace.ts'
import type { Workspaces } from '../kernel/workspaces.ts'
import { Exchange } from './exchange.ts'
import type { Face } from './face.ts'
import { headersOf, headerText } from './headers.ts'
import { locate } from './locate.ts'

/**
 * Begins to answer a request in the workspace that it names. Waits only for one that is not in memory; what needs none
 * makes none. Whoever opens ends what `workspaces` has begun.
 */
export function open(c: Context, face: Face, workspaces: Workspaces, worldless = false): Exchange | Promise<Exchange> {
  const header = headersOf(c)
  const begin = (workspace: Workspace): Exchange => {
    workspaces.begin(workspace)
    const correlationId = face.correlationHeader && headerText(header(face.correlationHeader) ?? '')
    return new Exchange(workspace, face.control ? 0 : ++workspace.requests, c.req, correlationId)
  }
  const name = locate(c.req.url, header, face)
  const found = worldless ? workspaces.passing(name) : workspaces.use(name)
  return found instanceof Promise ? found.then(begin) : begin(found)
}
