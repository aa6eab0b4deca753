import type { Context } from 'hono'
import type { Workspace } from '../kernel/workspace.ts'
import type { Workspaces } from '../kernel/workspaces.ts'
import { Exchange } from './exchange.ts'
import type { Face } from './face.ts'
import { headersOf, headerText } from './headers.ts'
import { locate } from './locate.ts'

/**
 * Begins to answer a request in the workspace that it names. Waits only for one that is not in memory; whoever opens
 * ends what `workspaces` has begun.
 */
export function open(c: Context, face: Face, workspaces: Workspaces): Exchange | Promise<Exchange> {
  const header = headersOf(c)
  const begin = (workspace: Workspace): Exchange => {
    workspaces.begin(workspace)
    const correlationId = face.correlationHeader && headerText(header(face.correlationHeader) ?? '')
    return new Exchange(workspace, face.control ? 0 : ++workspace.requests, c.req, correlationId)
  }
  const found = workspaces.use(locate(c.req.url, header, face))
  return found instanceof Promise ? found.then(begin) : begin(found)
}
