import type { Context } from 'hono'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import type { Workspaces } from '../kernel/workspaces/workspaces.ts'
import { locate } from './addresses/locate.ts'
import type { Answering } from './answers/reply.ts'
import { Exchange } from './exchange.ts'
import { headersOf, headerText } from './requests/headers.ts'

/**
 * Begins to answer a request in the workspace that it names. Waits only for one that is not in memory; what needs none
 * makes none. Whoever opens ends what `workspaces` has begun.
 */
export function open(c: Context, { face, operation }: Answering, workspaces: Workspaces): Exchange | Promise<Exchange> {
  const header = headersOf(c)
  const begin = (workspace: Workspace): Exchange => {
    workspaces.begin(workspace)
    const correlationId = face.correlationHeader && headerText(header(face.correlationHeader) ?? '')
    const isStep = !face.control || operation?.changesWorld === true
    return new Exchange(workspace, isStep, c.req, correlationId)
  }
  const name = locate(c.req.url, header, face)
  const found = !operation || operation.worldless ? workspaces.passing(name) : workspaces.use(name)
  return found instanceof Promise ? found.then(begin) : begin(found)
}
